/** The booking service: how it is put together. It migrates its database when it starts. */
@NullMarked
package dev.reflux.sample;

import org.jspecify.annotations.NullMarked;
