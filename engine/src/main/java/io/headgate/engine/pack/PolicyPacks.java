package io.headgate.engine.pack;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import io.headgate.engine.policy.PackRef;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packs that a policy names and holds them to their pins.
 *
 * @param directory the directory of the policy
 * @param shown how messages name that directory: nothing, or a path with a slash at its end
 * @param shipped where the packs lie that ship with headgate; null if none do
 * @param repository the local Maven repository
 */
public record PolicyPacks(Path directory, String shown, @Nullable Path shipped, Path repository) {

  private static final int LOCK_BYTES = 1024 * 1024;

  /**
   * Reads the packs of a policy, in its order, and holds them to {@code headgate.lock} if there is
   * one.
   *
   * @throws UserError if one of them is not there, is no pack, is not the one that is pinned or
   *     locked, or ought to be pinned and is not
   */
  public List<OpenPack> open(List<PackRef> refs) {
    LockFile lock = lock();
    List<OpenPack> packs = unlocked(refs);
    for (int i = 0; i < packs.size(); i++) {
      PackRef ref = refs.get(i);
      OpenPack pack = packs.get(i);
      if (lock != null) {
        lock.refuseOther(pack, ref.place());
      } else if (!ref.sha256().isKnown() && isForeign(ref)) {
        throw new UserError(
            ref.place(),
            "The pack '"
                + pack.id()
                + "' comes from outside of the directory of the policy, so it must be pinned: run "
                + LockFile.COMMAND
                + ", or give it here with 'sha256: "
                + pack.digest()
                + "'.");
      }
    }
    return packs;
  }

  /**
   * Writes {@code headgate.lock} for the packs of a policy as they are now.
   *
   * @return the packs, in the order of the policy
   * @throws UserError if one of them is not there, is no pack, or is not the one that the policy
   *     itself pins; or the file cannot be written
   */
  public List<OpenPack> writeLock(List<PackRef> refs) {
    List<OpenPack> packs = unlocked(refs);
    byte[] text = LockFile.text(packs).getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.write(directory.resolve(LockFile.FILE), out -> out.write(text));
    } catch (IOException e) {
      throw new UserError(
          "'"
              + shown
              + LockFile.FILE
              + "' cannot be written: "
              + e.getClass().getSimpleName()
              + ".");
    }
    return packs;
  }

  /** How messages name the lock file. */
  public String lockFile() {
    return shown + LockFile.FILE;
  }

  private List<OpenPack> unlocked(List<PackRef> refs) {
    List<OpenPack> packs = new ArrayList<>();
    Map<String, PackRef> ids = new HashMap<>();
    for (PackRef ref : refs) {
      OpenPack pack =
          switch (ref.source()) {
            case SHIPPED -> shipped(ref);
            case PATH -> path(ref);
            case MAVEN -> maven(ref);
          };
      refuseOther(pack, ref);
      PackRef other = ids.put(pack.id(), ref);
      if (other != null) {
        throw new UserError(
            ref.place(),
            "The pack '"
                + pack.id()
                + "' is named twice: here ("
                + ref.name()
                + ") and at "
                + other.place()
                + " ("
                + other.name()
                + "); remove one of them.");
      }
      packs.add(pack);
    }
    return packs;
  }

  private static void refuseOther(OpenPack pack, PackRef ref) {
    if (ref.sha256().isKnown() && !ref.sha256().is(pack.digest())) {
      throw new UserError(
          ref.sha256().place(),
          "The pack '"
              + pack.id()
              + "' at "
              + pack.shown()
              + " is not the one that is pinned here: its digest is "
              + pack.digest()
              + ". Take the pinned version, or, if the change is meant, pin this one.");
    }
  }

  private OpenPack shipped(PackRef ref) {
    for (String ending : List.of(".zip", ".jar")) {
      if (shipped != null && Files.isRegularFile(shipped.resolve(ref.name() + ending))) {
        return OpenPack.read(shipped.resolve(ref.name() + ending), "packs/" + ref.name() + ending);
      }
    }
    throw new UserError(
        ref.place(),
        "No pack '"
            + ref.name()
            + "' ships with this headgate; a path has a slash, such as './"
            + ref.name()
            + "'."
            + Nearest.hint(ref.name(), shippedIds()));
  }

  private List<String> shippedIds() {
    List<String> ids = new ArrayList<>();
    if (shipped != null && Files.isDirectory(shipped)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(shipped, "*.{zip,jar}")) {
        for (Path file : files) {
          String name = String.valueOf(file.getFileName());
          ids.add(name.substring(0, name.length() - 4));
        }
      } catch (IOException e) {
        // Without a hint, then.
      }
    }
    return ids;
  }

  private OpenPack path(PackRef ref) {
    Path path = directory.resolve(ref.name()).normalize();
    if (!Files.exists(path)) {
      throw new UserError(
          ref.place(), "There is no file or directory '" + ref.name() + "' beside the policy.");
    }
    return OpenPack.read(
        path, shown + (ref.name().startsWith("./") ? ref.name().substring(2) : ref.name()));
  }

  private OpenPack maven(PackRef ref) {
    String[] parts = ref.name().split(":", -1);
    Path version =
        repository.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]);
    for (String ending : List.of(".jar", ".zip")) {
      Path file = version.resolve(parts[1] + "-" + parts[2] + ending);
      if (Files.isRegularFile(file)) {
        return OpenPack.read(file, file.toString());
      }
    }
    throw new UserError(
        ref.place(),
        "There is no "
            + ref.name()
            + " in the local Maven repository "
            + repository
            + ", and headgate downloads nothing. Fetch it ahead of the run: mvn dependency:get"
            + " -Dtransitive=false -Dartifact="
            + ref.name());
  }

  /** Whether a pack can change without a change below the policy's directory. */
  private boolean isForeign(PackRef ref) {
    return switch (ref.source()) {
      case SHIPPED -> false;
      case MAVEN -> true;
      case PATH -> {
        try {
          yield !directory.resolve(ref.name()).toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
          yield true;
        }
      }
    };
  }

  private @Nullable LockFile lock() {
    Path file = directory.resolve(LockFile.FILE);
    if (!Files.exists(file)) {
      return null;
    }
    Place place = Place.startOf(lockFile());
    try {
      byte[] bytes = PackFiles.bounded(file, LOCK_BYTES, place);
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      return LockFile.read(new SourceText(lockFile(), text));
    } catch (CharacterCodingException e) {
      throw new UserError(place, "The lock file is not UTF-8; run " + LockFile.COMMAND + ".");
    } catch (IOException e) {
      throw new UserError(place, "The lock file cannot be opened.");
    }
  }
}
