package dev.reflux.source;

/**
 * A class that a compiler made.
 *
 * @param name its binary name
 * @param source the number of the source that declares it, in the order in which the sources were given
 * @param bytes the class file; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record CompiledClass(String name, int source, byte[] bytes) {}
