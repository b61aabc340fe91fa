package dev.reflux.r2dbc;

import java.util.Objects;

/** The version of this library, as its jar says; {@code dev} outside a jar. */
final class ToolVersion {

    private ToolVersion() {}

    static String current() {
        return Objects.requireNonNullElse(ToolVersion.class.getPackage().getImplementationVersion(), "dev");
    }
}
