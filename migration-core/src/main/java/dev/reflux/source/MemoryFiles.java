package dev.reflux.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** The files of one compilation: sources that are in memory already, classes that stay there. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final List<Output> outputs = new ArrayList<>();

    MemoryFiles(StandardJavaFileManager files) {
        super(files);
    }

    /** What the compiler takes in for these sources. */
    static List<Input> inputs(List<JavaSource> sources) {
        return IntStream.range(0, sources.size())
                .mapToObj(number -> new Input(sources.get(number), number))
                .toList();
    }

    /** What the compiler made, sorted by name. */
    List<CompiledClass> compiled() {
        return outputs.stream()
                .map(output -> new CompiledClass(output.name, output.source, output.bytes.toByteArray()))
                .sorted(Comparator.comparing(CompiledClass::name))
                .toList();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Output output = new Output(className, sibling instanceof Input input ? input.number : -1);
        outputs.add(output);
        return output;
    }

    /** A source. */
    static final class Input extends SimpleJavaFileObject {

        private final JavaSource source;
        private final int number;

        Input(JavaSource source, int number) {
            super(source.file().toUri(), Kind.SOURCE);
            this.source = source;
            this.number = number;
        }

        JavaSource source() {
            return source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final String name;
        private final int source;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String name, int source) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.source = source;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
