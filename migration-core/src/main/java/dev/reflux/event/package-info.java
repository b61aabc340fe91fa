/** What a run tells while it runs: one family of events, read by printers, logs, metrics and users alike. */
@NullMarked
package dev.reflux.event;

import org.jspecify.annotations.NullMarked;
