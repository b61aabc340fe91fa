/**
 * Revision files, read and written: plain SQL, Java sources, compiled classes. The only package of this module that reads
 * files.
 */
@NullMarked
package dev.reflux.source;

import org.jspecify.annotations.NullMarked;
