package io.headgate.engine.pack;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.spi.RulePack;
import io.headgate.spi.model.Place;
import java.nio.file.Path;
import java.util.List;

/** A pack that has been read. Nothing of it has run. */
public final class OpenPack {

  /** Where Java checkers are named. */
  static final String SERVICE = "META-INF/services/" + RulePack.class.getName();

  private final PackFiles files;
  private final Manifest manifest;

  private OpenPack(PackFiles files, Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /**
   * Reads a directory, a zip or a jar.
   *
   * @param shown how messages name it
   * @throws UserError if it is no pack, or its {@code pack.yaml} is wrong
   */
  public static OpenPack read(Path path, String shown) {
    PackFiles files = PackFiles.read(path, shown);
    if (files.bytes(Manifest.FILE) == null) {
      throw new UserError(Place.startOf(shown), noPack(path, files));
    }
    Manifest manifest =
        ManifestReader.read(new SourceText(files.shown(Manifest.FILE), files.text(Manifest.FILE)));
    OpenPack pack = new OpenPack(files, manifest);
    if (!pack.hasDrl() && !pack.hasService()) {
      throw new UserError(
          manifest.idPlace(),
          "The pack '"
              + manifest.id()
              + "' has no rules: it needs DRL files, or Java checkers named in '"
              + SERVICE
              + "'.");
    }
    return pack;
  }

  private static String noPack(Path path, PackFiles files) {
    String kind = files.isArchive() ? "archive" : "directory";
    String none = "This " + kind + " is no pack: it has no '" + Manifest.FILE + "' at its root.";
    if (!files.isArchive() && files.bytes("pom.xml") != null) {
      return none
          + " It is a Maven project: build it with 'mvn package' and name the jar or"
          + " 'target/classes'.";
    }
    for (String file : files.withEnding("/" + Manifest.FILE)) {
      return none
          + (files.isArchive()
              ? " There is one in a directory of it: pack the content of that directory."
              : " There is one in '" + path.resolve(file).getParent() + "': name that directory.");
    }
    return none + " 'headgate pack new DIR' makes a pack.";
  }

  PackFiles files() {
    return files;
  }

  Manifest manifest() {
    return manifest;
  }

  /** Its id. */
  public String id() {
    return manifest.id();
  }

  /** Where its id is written. */
  public Place place() {
    return manifest.idPlace();
  }

  /** Its version. */
  public String version() {
    return manifest.version();
  }

  /** The versions of headgate it is made for, as it says it. */
  public String headgate() {
    return manifest.headgate().text();
  }

  /** Who answers for it. */
  public String owner() {
    return manifest.owner();
  }

  /** What it is for; empty if it does not say. */
  public String summary() {
    return manifest.summary();
  }

  /** How messages name the file or directory it came from. */
  public String shown() {
    return files.shown();
  }

  /**
   * SHA-256 in hexadecimal digits: of an archive's bytes; of a directory, over the paths, lengths
   * and bytes of all files that belong to the pack.
   */
  public String digest() {
    return files.digest();
  }

  /** Whether it is a zip or a jar. */
  public boolean isArchive() {
    return files.isArchive();
  }

  /** Whether it holds Java classes, which run with the rights of the process. */
  public boolean hasCode() {
    return hasService() || !files.withEnding(".class").isEmpty();
  }

  /** Whether it has rules in DRL. */
  public boolean hasDrl() {
    return !files.withEnding(".drl").isEmpty();
  }

  boolean hasService() {
    return files.bytes(SERVICE) != null;
  }

  /** The paths of its files, in order. */
  public List<String> paths() {
    return List.copyOf(files.all().keySet());
  }

  /**
   * Refuses a headgate that the pack is not made for.
   *
   * @throws UserError if this version is not in the pack's range
   */
  void refuseOtherThan(String headgate) {
    Version version = Version.whole(headgate);
    if (version != null && !manifest.headgate().holds(version)) {
      throw new UserError(
          manifest.headgatePlace(),
          "The pack '"
              + manifest.id()
              + "' "
              + manifest.version()
              + " is made for headgate "
              + manifest.headgate().text()
              + ", but this is "
              + headgate
              + ". Take a version of the pack that is made for it.");
    }
  }
}
