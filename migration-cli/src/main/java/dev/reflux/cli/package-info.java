/**
 * The {@code reflux} command: thin commands, and printers that turn values into lines without looking at anything else.
 *
 * <p>{@link dev.reflux.cli.Main} is the process, {@link dev.reflux.cli.Cli} one run of the command; between them stands
 * {@link dev.reflux.cli.Surroundings}, so that nothing else reads the environment, the clock or the standard streams.
 */
@NullMarked
package dev.reflux.cli;

import org.jspecify.annotations.NullMarked;
