package io.headgate.cli;

import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.PackRef;
import io.headgate.spi.RulePack;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The rule packs of a run; those on the class path are found while the command line is read. */
final class Packs {

  private final FutureTask<Catalog> catalog = new FutureTask<>(Packs::find);

  private Packs() {}

  /** Begins to look for them, and to bring up what they need. */
  static Packs load() {
    Packs packs = new Packs();
    Thread thread = new Thread(packs::run, "headgate-packs");
    thread.setDaemon(true);
    thread.start();
    return packs;
  }

  /**
   * What they hold, when they are found.
   *
   * @throws UserError if one of them cannot be used
   */
  Catalog catalog() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return catalog.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new UserError(
          "A rule pack on the class path cannot be loaded: "
              + (cause == null ? e : cause).getMessage()
              + ". Take its jar away, or one that is made for this version.");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * What these packs and the ones in files hold.
   *
   * @param parsed the command line, with {@code --pack}
   * @param policy names further ones; null if there is no policy
   * @param environment the environment variables
   * @throws UserError if one of them cannot be used
   */
  Catalog catalog(
      ParseResult parsed, @Nullable PolicyFile policy, Map<String, String> environment) {
    return catalog(parsed, policy, environment, Tree.DISK);
  }

  /** Does the same, with the packs of the policy among the files of a tree. */
  Catalog catalog(
      ParseResult parsed, @Nullable PolicyFile policy, Map<String, String> environment, Tree tree) {
    List<Path> options = parsed.matchedOptionValue("--pack", List.of());
    List<PackRef> named = policy == null ? List.of() : policy.packs();
    if (options.isEmpty() && named.isEmpty()) {
      return catalog();
    }
    PackTools tools = PackTools.of(parsed, environment);
    return policy == null
        ? FilePacks.added(catalog(), options, tools)
        : FilePacks.added(catalog(), options, policy, named, tools, tree);
  }

  private void run() {
    catalog.run();
    try {
      Run.warmUp(catalog.get());
    } catch (InterruptedException | ExecutionException e) {
      // Who asks for the catalog will hear of it.
    }
  }

  private static Catalog find() {
    List<RulePack> packs = new ArrayList<>();
    for (RulePack pack : ServiceLoader.load(RulePack.class, loader())) {
      packs.add(pack);
    }
    return new Catalog(packs);
  }

  /**
   * Where the class path is headgate's jar alone, that jar names the packs beside it: to ask all
   * jars would be to open each of them at each start.
   */
  private static ClassLoader loader() {
    ClassLoader all = Packs.class.getClassLoader();
    String classPath = System.getProperty("java.class.path", "");
    return classPath.endsWith(".jar") && classPath.indexOf(File.pathSeparatorChar) < 0
        ? new FirstJar(all)
        : all;
  }

  /** Finds of each resource the first, and asks no further. */
  private static final class FirstJar extends ClassLoader {

    FirstJar(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
      URL first = getResource(name);
      return first == null
          ? Collections.emptyEnumeration()
          : Collections.enumeration(List.of(first));
    }
  }
}
