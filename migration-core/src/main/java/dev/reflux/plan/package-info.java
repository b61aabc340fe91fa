/** What a run will do, and in which order: pure functions from a graph, what is applied, and a target. */
@NullMarked
package dev.reflux.plan;

import org.jspecify.annotations.NullMarked;
