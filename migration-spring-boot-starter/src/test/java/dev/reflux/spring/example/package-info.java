/** Small applications that use a database in the ways in which applications do, and their revisions. */
@NullMarked
package dev.reflux.spring.example;

import org.jspecify.annotations.NullMarked;
