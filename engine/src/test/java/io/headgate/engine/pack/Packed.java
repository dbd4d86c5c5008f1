package io.headgate.engine.pack;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.drl.compile.Drl;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Packs for tests, good and bad. */
final class Packed {

  static final String MANIFEST =
      """
      id: acme
      version: 1.2.0
      headgate: ">=0.1 <1"
      owner: The platform team
      """;

  private static final String SERVICE = "META-INF/services/io.headgate.spi.RulePack";

  private Packed() {}

  /** A loader that compiles DRL in this process. */
  static PackLoader loader(String headgate) {
    return new PackLoader(headgate, Packed::compile, DrlChecker.LIMIT);
  }

  static CompiledPack compile(String packId, SortedMap<String, byte[]> files) throws IOException {
    return CompiledPack.read(Drl.compile(packId, files));
  }

  /** The files of a pack with one DRL rule that has a setting. */
  static Map<String, byte[]> drlPack() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "pack.yaml",
        bytes(
            MANIFEST
                + """
                settings:
                  acme-thin-topic:
                    least: {type: integer, default: 3, description: The least replicas.}
                """));
    files.put(
        "rules/topics.drl",
        bytes(
            """
            package acme.rules;
            import io.headgate.spi.model.Topic;

            rule "acme-thin-topic"
              @severity(warning)
              @summary("A topic is thin.")
            when
              $t : Topic(replication.orNull < settings.integer("least"))
            then
              findings.add($t, $t.replication, "Topic " + $t.name + " is thin.");
            end
            """));
    return files;
  }

  /** The files of a pack with one Java rule, compiled. */
  static Map<String, byte[]> javaPack(Path work, String id) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pack.yaml", bytes(MANIFEST.replace("id: acme", "id: " + id)));
    files.put(SERVICE, bytes("# the checkers\ntest." + id + ".Pack\n"));
    files.put(id + "-quiet-topic.md", bytes("# " + id + "-quiet-topic\n"));
    files.putAll(
        compiled(
            work,
            "test." + id + ".Pack",
            """
            package test.%1$s;

            import io.headgate.spi.*;
            import java.util.List;

            public final class Pack implements RulePack {
              private static final Rule RULE = Rule.warning("%1$s-quiet-topic", "A topic is quiet.");

              public String id() { return "%1$s"; }
              public String version() { return "1.2.0"; }
              public List<CheckerSpec> checkers() {
                return List.of(
                    CheckerSpec.of(
                        RULE,
                        (bundle, findings) ->
                            bundle.all(io.headgate.spi.model.Topic.class).forEach(
                                topic -> findings.add(RULE, topic, topic.name(), "It is quiet."))));
              }
            }
            """
                .formatted(id)));
    return files;
  }

  /** Compiles a class against the SPI. */
  static Map<String, byte[]> compiled(Path work, String name, String source) {
    try {
      Path root = Files.createTempDirectory(work, "classes");
      Path file = root.resolve("src").resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      Path out = Files.createDirectory(root.resolve("out"));
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-d",
                  out.toString(),
                  "--release",
                  "17",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-proc:none",
                  file.toString());
      if (code != 0) {
        throw new IllegalStateException("The test's source does not compile.");
      }
      Map<String, byte[]> classes = new LinkedHashMap<>();
      try (var paths = Files.walk(out)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          classes.put(out.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        }
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path zip(Path file, Map<String, byte[]> files) {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip whose names, all of one length, are replaced by others after it was made. */
  static Path zip(Path file, Map<String, byte[]> files, String name, String other) {
    zip(file, files);
    try {
      String latin = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      Files.write(file, latin.replace(name, other).getBytes(StandardCharsets.ISO_8859_1));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path directory(Path directory, Map<String, byte[]> files) {
    try {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        Path file = directory.resolve(entry.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, entry.getValue());
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<String> messages(UserError error) {
    return error.messages().stream()
        .map(message -> (message.place() == null ? "" : message.place() + ": ") + message.text())
        .toList();
  }
}
