/**
 * What is said on a connection: a message, the replies to it, and the end of the conversation. Internal: the packages of this
 * module share it, nobody else uses it.
 */
@NullMarked
package dev.reflux.r2dbc.wire;

import org.jspecify.annotations.NullMarked;
