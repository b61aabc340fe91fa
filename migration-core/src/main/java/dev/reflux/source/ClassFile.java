package dev.reflux.source;

import dev.reflux.Revision;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * What the bytes of a class tell without loading or linking it. To ask reflection for a constructor would have the JVM
 * verify the class, and that loads whatever its methods use.
 *
 * <p>The layout is that of the Java Virtual Machine Specification, chapter 4. Immutable.
 */
final class ClassFile {

    private static final String REVISION = Revision.class.descriptorString();

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final String[] constants;
    private final boolean constructible;

    private ClassFile(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        constants = readConstants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers(in);
        constructible = readMembers(in);
    }

    /** The class file with these bytes, as a compiler wrote them. */
    static ClassFile of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new ClassFile(in);
        } catch (IOException e) {
            throw new UncheckedIOException("not a class file", e);
        }
    }

    /** Whether the annotation {@link Revision} is used in it; not necessarily on the class itself. */
    boolean mentionsRevision() {
        return Arrays.asList(constants).contains(REVISION);
    }

    /** Whether there is a public constructor without parameters. */
    boolean constructible() {
        return constructible;
    }

    private static String[] readConstants(DataInputStream in) throws IOException {
        String[] constants = new String[in.readUnsignedShort()];
        Arrays.fill(constants, "");
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                constants[i] = in.readUTF();
            } else {
                in.skipNBytes(sizeOfConstant(tag));
            }
            // The specification calls it a poor choice: these two occupy two places.
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
        return constants;
    }

    private static int sizeOfConstant(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case LONG, DOUBLE -> 8;
            default -> 4;
        };
    }

    /** Passes over fields or methods; tells whether the constructor was among them. */
    private boolean readMembers(DataInputStream in) throws IOException {
        boolean found = false;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            boolean visible = Modifier.isPublic(in.readUnsignedShort());
            String name = constants[in.readUnsignedShort()];
            String descriptor = constants[in.readUnsignedShort()];
            found |= visible && name.equals("<init>") && descriptor.equals("()V");
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt() & 0xFFFF_FFFFL);
            }
        }
        return found;
    }
}
