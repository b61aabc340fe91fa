/**
 * Pictures of the revision graph: where each revision and each edge goes, and the drawing of that as text, SVG, HTML, Mermaid
 * and DOT. Pure functions: the same graph gives the same picture.
 */
@NullMarked
package dev.reflux.picture;

import org.jspecify.annotations.NullMarked;
