/** Questions of customers: answered from the FAQs where they can be, and kept as conversations. */
@NullMarked
package dev.reflux.sample.support;

import org.jspecify.annotations.NullMarked;
