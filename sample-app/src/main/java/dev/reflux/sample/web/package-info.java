/** What the service says over HTTP. */
@NullMarked
package dev.reflux.sample.web;

import org.jspecify.annotations.NullMarked;
