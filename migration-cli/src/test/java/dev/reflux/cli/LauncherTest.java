package dev.reflux.cli;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code reflux}, with a Maven and a Java that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>builds
            echo "[INFO] Building Reflux core 0.1.0                                          [1/2]"
            sleep 1
            if [ -f broken ]; then echo "[ERROR] cannot find symbol"; exit 1; fi
            mkdir -p migration-cli/target sample-app/target
            echo jar >migration-cli/target/reflux.jar
            echo jar >sample-app/target/sample-app-0.1.0.jar
            """;

    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do printf "<%s>\\n" "$argument"; done
            """;

    @TempDir
    private Path directory = Path.of("");

    private Path checkout = directory;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(directory.resolve("check out"));
        Files.copy(Path.of("..", "reflux"), checkout.resolve("reflux"), StandardCopyOption.COPY_ATTRIBUTES);
        executable(checkout.resolve("mvnw"), MAVEN);
        Files.createDirectories(checkout.resolve("migration-core/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(directory.resolve("jdk/bin"));
        executable(directory.resolve("jdk/bin/java"), JAVA);
        Files.writeString(directory.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }

    private Child start(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", directory.resolve("jdk").toString());
        return Child.start(directory, environment, command);
    }

    private Result run(String... arguments) throws InterruptedException {
        return start(checkout.resolve("reflux").toString(), arguments).await();
    }

    private long builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    @Test
    void firstUse_builds_andLaterOnesDoNot() throws Exception {
        Result first = run("heads");

        assertThat(first.err())
                .startsWith("Building Reflux (first use, about a minute) ...\n")
                .contains("  1/2  Reflux core 0.1.0\n");
        assertThat(first.out())
                .endsWith("<-jar>\n<" + checkout.toRealPath() + "/migration-cli/target/reflux.jar>\n<heads>\n");
        assertThat(first.code()).isZero();
        assertThat(run("heads").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedSource_buildsAgain() throws Exception {
        run("heads");
        Path source = checkout.resolve("migration-core/src/main/A.java");
        Files.writeString(source, "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(run("heads").err()).startsWith("Building Reflux, for its sources have changed ...\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void symbolicLinks_leadToTheCheckout() throws Exception {
        Files.createDirectories(directory.resolve("bin"));
        Files.createSymbolicLink(directory.resolve("bin/one"), Path.of("../check out/reflux"));
        Files.createSymbolicLink(directory.resolve("two"), directory.resolve("bin/one"));

        Result result = start("./two", "heads").await();

        assertThat(result.out()).contains("/check out/migration-cli/target/reflux.jar>");
        assertThat(result.code()).isZero();
    }

    @Test
    void arguments_arriveUntouched() throws Exception {
        Result result = run("revision", "-m", "it's \"quoted\"  * $HOME", "", "a\\b");

        assertThat(result.out()).endsWith("<revision>\n<-m>\n<it's \"quoted\"  * $HOME>\n<>\n<a\\b>\n");
    }

    @Test
    void twoAtOnce_buildOnce() throws Exception {
        Child one = start(checkout.resolve("reflux").toString(), "one");
        Child two = start(checkout.resolve("reflux").toString(), "two");

        assertThat(one.await().code()).isZero();
        assertThat(two.await().code()).isZero();
        assertThat(builds()).isEqualTo(1);
        assertThat(one.output() + two.output())
                .contains("<one>", "<two>", "Waiting for another build of Reflux (process");
    }

    @Test
    void lock_ofADeadProcess_isTakenOver() throws Exception {
        Child dead = Child.start(directory, Map.of(), List.of("true"));
        dead.await();
        Files.createDirectories(checkout.resolve(".reflux/lock"));
        Files.writeString(checkout.resolve(".reflux/lock/pid"), dead.pid() + "\n");

        assertThat(run("heads").code()).isZero();
        assertThat(checkout.resolve(".reflux/lock")).doesNotExist();
    }

    @Test
    void brokenBuild_showsItsErrors_andWhereTheLogIs() throws Exception {
        Files.writeString(checkout.resolve("broken"), "");

        Result result = run("heads");

        assertThat(result.err())
                .contains("[ERROR] cannot find symbol\n")
                .endsWith("error: Reflux could not be built. All of the log: " + checkout.toRealPath()
                        + "/.reflux/build.log\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
        assertThat(checkout.resolve(".reflux/lock")).doesNotExist();
    }

    @Test
    void java_thatIsTooOld_isNamed() throws Exception {
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"1.8.0_392\"\n");

        assertThat(run("heads").err())
                .isEqualTo("error: \"" + directory + "/jdk/bin/java\" is Java 8, and Reflux needs 17 or newer."
                        + " Install a JDK, and set JAVA_HOME to it.\n");
    }

    @Test
    void java_thatIsMissing_isNamed() throws Exception {
        Files.delete(directory.resolve("jdk/bin/java"));

        Result result = run("heads");

        assertThat(result.err())
                .startsWith("error: JAVA_HOME is \"" + directory + "/jdk\", and there is no bin/java in it.");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void sample_isBuiltForTheDemoAlone() throws Exception {
        run("heads");
        assertThat(checkout.resolve("builds")).content().contains("-pl migration-cli -am");

        Files.delete(checkout.resolve("sample-app/target/sample-app-0.1.0.jar"));
        run("heads");
        assertThat(builds()).isEqualTo(1);

        assertThat(run("demo").err()).startsWith("Building Reflux and its sample (first use, about a minute) ...\n");
        assertThat(checkout.resolve("builds")).content().endsWith("-pl migration-cli,sample-app -am package\n");
    }

    @Test
    void demo_runsTheSampleWithItsLibraries() throws Exception {
        String sample = checkout.toRealPath() + "/sample-app/target";

        assertThat(run("demo", "--port", "1").out())
                .endsWith("<-cp>\n<" + sample + "/sample-app-0.1.0.jar:" + sample
                        + "/lib/*>\n<dev.reflux.sample.demo.Demo>\n<--port>\n<1>\n");
    }

    /** A Java that makes the archive, and says what it was asked. */
    private void installArchivingJava(String version) throws IOException {
        executable(directory.resolve("jdk/bin/java"), """
                #!/bin/sh
                for argument in "$@"; do
                  case $argument in
                    -XX:DumpLoadedClassList=*) echo names >"${argument#*=}"; exit 0 ;;
                    -XX:SharedClassListFile=*) names=$(cat "${argument#*=}") ;;
                    -XX:SharedArchiveFile=*) [ -z "$names" ] || { echo classes >"${argument#*=}"; echo made >>"%1$s"; exit 0; } ;;
                    -XX:AOTCacheOutput=*) echo classes >"${argument#*=}"; echo made >>"%1$s"; exit 0 ;;
                  esac
                done
                for argument in "$@"; do printf "<%%s>\\n" "$argument"; done
                """.formatted(directory.resolve("archives")));
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private long archives() throws IOException {
        return Files.readAllLines(directory.resolve("archives")).size();
    }

    @Test
    void archive_isMadeOnceForEachJava() throws Exception {
        installArchivingJava("17.0.1");
        String archive = "<-XX:SharedArchiveFile=" + checkout.toRealPath() + "/.reflux/classes-17.0.1-jdk.jsa>";

        assertThat(run("heads").out()).contains(archive).endsWith("<heads>\n");
        assertThat(run("heads").out()).contains(archive);
        assertThat(archives()).isEqualTo(1);

        installArchivingJava("21.0.1");

        assertThat(run("heads").out()).contains("/.reflux/classes-21.0.1-jdk.jsa>");
        assertThat(archives()).isEqualTo(2);
        assertThat(checkout.resolve(".reflux")).isDirectoryNotContaining("glob:**.jsa.*");
    }

    @Test
    void archive_fromJava25On_isAnAheadOfTimeCache() throws Exception {
        installArchivingJava("25.0.1");

        assertThat(run("heads").out())
                .contains("<-XX:AOTCache=" + checkout.toRealPath() + "/.reflux/classes-25.0.1-jdk.jsa>")
                .doesNotContain("SharedArchiveFile");
        assertThat(archives()).isEqualTo(1);
    }

    @Test
    void archive_isMadeAgain_whenTheJarIsNewer() throws Exception {
        installArchivingJava("17.0.1");
        run("heads");
        Path jar = checkout.resolve("migration-cli/target/reflux.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));

        run("heads");

        assertThat(archives()).isEqualTo(2);
    }

    @Test
    void archive_ofTwoAtOnce_isWhole() throws Exception {
        run("heads");
        installArchivingJava("17.0.2");
        Child one = start(checkout.resolve("reflux").toString(), "one");
        Child two = start(checkout.resolve("reflux").toString(), "two");

        assertThat(one.await().out()).contains("classes-17.0.2-jdk.jsa>", "<one>");
        assertThat(two.await().out()).contains("classes-17.0.2-jdk.jsa>", "<two>");
        assertThat(checkout.resolve(".reflux/classes-17.0.2-jdk.jsa")).hasContent("classes");
    }

    @Test
    void archive_thatCannotBeMade_isNotTriedAgain() throws Exception {
        run("heads");
        assertThat(checkout.resolve(".reflux/classes-17.0.1-jdk.jsa")).isEmptyFile();
        Path log = checkout.resolve(".reflux/classes-17.0.1-jdk.log");
        Files.delete(log);

        assertThat(run("heads").out()).doesNotContain("SharedArchiveFile").endsWith("<heads>\n");
        assertThat(log).doesNotExist();
    }

    @Test
    void archive_goesToTheCache_whereTheCheckoutCannotBeWritten() throws Exception {
        run("heads");
        installArchivingJava("17.0.3");
        Path work = checkout.resolve(".reflux");
        Files.move(work, checkout.resolve("moved"));
        Files.writeString(work, "no directory");
        Path cache = directory.resolve("cache");

        Map<String, String> environment =
                Map.of("JAVA_HOME", directory.resolve("jdk").toString(), "XDG_CACHE_HOME", cache.toString());
        Result result = Child.start(
                        directory,
                        environment,
                        List.of(checkout.resolve("reflux").toString(), "heads"))
                .await();

        assertThat(result.out()).contains("<-XX:SharedArchiveFile=" + cache + "/reflux/classes-17.0.3-jdk.jsa>");
        assertThat(result.err()).isEmpty();
    }
}
