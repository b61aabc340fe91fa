/** The demo: a PostgreSQL of its own, and the sample's migrations run on it. It blocks, as a command may. */
@NullMarked
package dev.reflux.sample.demo;

import org.jspecify.annotations.NullMarked;
