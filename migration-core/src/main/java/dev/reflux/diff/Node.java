package dev.reflux.diff;

import dev.reflux.catalog.ObjectId;

/** A piece of work on an object, a node of the {@link WorkGraph}. */
record Node(ObjectId id, Work work) {}
