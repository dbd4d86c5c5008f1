package io.headgate.packs.drl;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.CompilerProcess;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.drl.DrlRule;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import io.headgate.spi.Setting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pack of DRL in a directory, for tests: no limits, no range of versions, no digest. */
final class DrlPack implements RulePack {

  private final Path directory;
  private final String id;
  private final String version;
  private final Map<String, List<Setting<?>>> settings = new HashMap<>();
  private final CompiledPack compiled;

  private DrlPack(Path directory) throws IOException {
    this.directory = directory;
    Node.Mapping manifest = manifest(directory.resolve("pack.yaml"));
    id = Objects.requireNonNull(manifest.text("id"));
    version = Objects.requireNonNull(manifest.text("version"));
    if (manifest.get("settings") instanceof Node.Mapping rules) {
      for (Node.Entry rule : rules.entries()) {
        settings.put(rule.key().text(), settings((Node.Mapping) rule.value()));
      }
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path file : files(".drl")) {
      files.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    compiled =
        CompiledPack.read(new CompilerProcess(classPath, CompilerProcess.LIMIT).compile(id, files));
  }

  static DrlPack in(Path directory) {
    try {
      return new DrlPack(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Node.Mapping manifest(Path file) throws IOException {
    SourceText text = new SourceText(file.toString(), Files.readString(file));
    return (Node.Mapping) Documents.read(text).documents().get(0).root();
  }

  private static List<Setting<?>> settings(Node.Mapping rule) {
    List<Setting<?>> all = new ArrayList<>();
    for (Node.Entry entry : rule.entries()) {
      String name = entry.key().text();
      Node.Mapping setting = (Node.Mapping) entry.value();
      String type = Objects.requireNonNull(setting.text("type"));
      String description = Objects.requireNonNull(setting.text("description"));
      String fallback = Objects.requireNonNullElse(setting.text("default"), "");
      all.add(
          switch (type) {
            case "integer" -> Setting.integer(name, Long.parseLong(fallback), description);
            case "boolean" -> Setting.bool(name, Boolean.parseBoolean(fallback), description);
            case "text" -> Setting.text(name, fallback, description);
            case "pattern" -> Setting.pattern(name, fallback, description);
            case "texts" -> Setting.texts(name, texts(setting.get("default")), description);
            default -> throw new IllegalArgumentException(type);
          });
    }
    return all;
  }

  private static List<String> texts(@Nullable Node list) {
    List<String> texts = new ArrayList<>();
    for (Node item : ((Node.Sequence) Objects.requireNonNull(list)).items()) {
      texts.add(((Node.Scalar) item).text());
    }
    return texts;
  }

  /** What each rule was declared with in {@code pack.yaml}, by its id. */
  Map<String, List<Setting<?>>> settings() {
    return settings;
  }

  /** The rules in the DRL. */
  List<DrlRule> rules() {
    return compiled.rules();
  }

  /** The names of the pages, without their ending. */
  List<String> pages() throws IOException {
    return files(".md").stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring(0, name.length() - ".md".length()))
        .toList();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        DrlChecker.spec(
            compiled, rule -> settings.getOrDefault(rule.id(), List.of()), DrlChecker.LIMIT));
  }

  @Override
  public @Nullable String page(String ruleId) {
    try {
      Path page = directory.resolve(ruleId + ".md");
      return Files.exists(page) ? Files.readString(page) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
