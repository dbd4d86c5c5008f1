package io.headgate.cli;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.CompiledPacks;
import io.headgate.engine.drl.CompilerProcess;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.error.PackFailure;
import io.headgate.engine.pack.Compiling;
import io.headgate.engine.pack.PackBuilder;
import io.headgate.engine.pack.PackLoader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What loads and builds packs, set up for this installation.
 *
 * @param cache where compiled packs are kept; null to keep none
 * @param environment the environment variables
 */
record PackTools(@Nullable Path cache, Map<String, String> environment) {
  /** As the options of a command say it. */
  static PackTools of(ParseResult parsed, Map<String, String> environment) {
    Path given = parsed.matchedOptionValue("--cache-dir", (Path) null);
    boolean none = parsed.hasMatchedOption("--no-cache");
    Path usual = cache(environment);
    return new PackTools(
        none ? null : given != null ? given : usual == null ? null : usual.resolve("packs"),
        environment);
  }

  PackLoader loader() {
    // Drools asks for a logger. Named, none is looked for in every jar; and nothing is said of it.
    if (System.getProperty("slf4j.provider") == null) {
      System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
      System.setProperty("slf4j.internal.verbosity", "WARN");
    }
    return new PackLoader(Main.version(), this::compile, DrlChecker.LIMIT);
  }

  PackBuilder builder() {
    Compiling compiling = this::compile;
    return new PackBuilder(compiling);
  }

  private CompiledPack compile(String packId, java.util.SortedMap<String, byte[]> files)
      throws IOException {
    CompilerProcess compiler = new CompilerProcess(classPath(), CompilerProcess.LIMIT);
    Path keys = place(environment, "XDG_CONFIG_HOME", ".config");
    return cache == null || keys == null
        ? CompiledPack.read(compiler.compile(packId, files))
        : new CompiledPacks(cache.toAbsolutePath(), keys.resolve("pack-cache.key"), compiler)
            .get(packId, files);
  }

  /** Where what can be made again is kept; null if nobody says where that is. */
  static @Nullable Path cache(Map<String, String> environment) {
    return place(environment, "XDG_CACHE_HOME", ".cache");
  }

  /** A directory of headgate's own below one that the XDG specification names, or null. */
  private static @Nullable Path place(
      Map<String, String> environment, String variable, String belowHome) {
    String xdg = environment.getOrDefault(variable, "");
    if (xdg.startsWith("/")) {
      return Path.of(xdg, "headgate");
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    return home.isEmpty() ? null : Path.of(home, belowHome, "headgate");
  }

  /** The libraries of a run and, from a directory of their own, those of the compiler. */
  private static List<Path> classPath() {
    Path home = home();
    List<Path> paths = new ArrayList<>();
    if (home == null) {
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        paths.add(Path.of(entry));
      }
      return paths;
    }
    for (String directory : List.of("lib", "compiler")) {
      List<Path> jars = new ArrayList<>();
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(home.resolve(directory), "*.jar")) {
        found.forEach(jars::add);
      } catch (IOException e) {
        throw new PackFailure(
            "There is no '"
                + directory
                + "' beside headgate.jar, so DRL cannot be compiled; install headgate anew.",
            e);
      }
      Collections.sort(jars);
      paths.addAll(jars);
    }
    return paths;
  }

  /** Where headgate.jar lies; null where headgate runs from loose classes. */
  static @Nullable Path home() {
    try {
      Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toString().endsWith(".jar") ? jar.getParent() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
