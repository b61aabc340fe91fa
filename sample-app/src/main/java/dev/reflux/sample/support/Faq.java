package dev.reflux.sample.support;

import java.util.UUID;

/** A question and its answer. */
public record Faq(UUID id, String question, String answer) {}
