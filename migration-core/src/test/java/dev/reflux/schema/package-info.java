/** Tests of the desired sources. */
@NullMarked
package dev.reflux.schema;

import org.jspecify.annotations.NullMarked;
