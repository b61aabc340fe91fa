package dev.reflux.r2dbc.url;

/** Text that no message may contain. */
record Secret(String value) {

    @Override
    public String toString() {
        return "(hidden)";
    }
}
