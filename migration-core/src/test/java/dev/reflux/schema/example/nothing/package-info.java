/** Classes without any table. */
@NullMarked
package dev.reflux.schema.example.nothing;

import org.jspecify.annotations.NullMarked;
