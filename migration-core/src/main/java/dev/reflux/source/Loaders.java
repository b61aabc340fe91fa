package dev.reflux.source;

import dev.reflux.Migration;

/** Chooses class loaders. */
final class Loaders {

    private Loaders() {}

    /** The context class loader of the current thread where it knows this Reflux, else the loader of Reflux. */
    static ClassLoader ofCaller() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Migration.class.getClassLoader();
        return context != null && knowsReflux(context) ? context : own;
    }

    private static boolean knowsReflux(ClassLoader loader) {
        try {
            return Class.forName(Migration.class.getName(), false, loader) == Migration.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
