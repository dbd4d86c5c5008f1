package io.headgate.engine.pack;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A pack to start from: it passes its own tests as it is. */
public final class PackTemplate {

  /** Each template and the file it becomes. */
  private static final List<List<String>> DRL =
      List.of(
          List.of("drl/pack.yaml", "pack.yaml"),
          List.of("drl/topics.drl", "topics.drl"),
          List.of("drl/thin-topic.md", "@id@-thin-topic.md"),
          List.of("drl/lost-replicas.md", "@id@-lost-replicas.md"));

  private static final List<List<String>> JAVA =
      List.of(
          List.of("java/pom.xml", "pom.xml"),
          List.of("java/pack.yaml", "src/main/resources/pack.yaml"),
          List.of("java/service", "src/main/resources/" + OpenPack.SERVICE),
          List.of("drl/thin-topic.md", "src/main/resources/@package@/@group@/@id@-thin-topic.md"),
          List.of("java/Pack.java.txt", "src/main/java/@package@/@Class@Pack.java"),
          List.of("java/ThinTopic.java.txt", "src/main/java/@package@/@Class@ThinTopic.java"),
          List.of("java/PackTest.java.txt", "src/test/java/@package@/@Class@PackTest.java"));

  private final String id;
  private final String headgate;

  /**
   * A template.
   *
   * @param id the id of the new pack
   * @param headgate the version of this headgate, with three numbers
   * @throws UserError if the id is not kebab case
   */
  public PackTemplate(String id, String headgate) {
    if (!ManifestReader.KEBAB.matcher(id).matches()) {
      throw new UserError(
          "'"
              + EntryNames.shown(id)
              + "' cannot be the id of a pack: it must be kebab case, such as"
              + " 'acme-kafka'. Name one with '--id'.");
    }
    this.id = id;
    this.headgate = headgate;
  }

  /** The id that the name of a directory suggests. */
  public static String idOf(Path directory) {
    return directory
        .toAbsolutePath()
        .normalize()
        .getFileName()
        .toString()
        .toLowerCase(Locale.ROOT)
        .replace('_', '-')
        .replace('.', '-');
  }

  /**
   * Writes the pack.
   *
   * @param directory where; it must be empty, or not there
   * @param java whether the rules are written in Java rather than DRL
   * @return the files it wrote, relative to the directory
   * @throws UserError if something is there already, or it cannot be written
   */
  public List<String> write(Path directory, boolean java) {
    try {
      if (Files.exists(directory) && !isEmpty(directory)) {
        throw new UserError(
            "'"
                + directory
                + "' is not empty; name a directory that is, or that is not there yet.");
      }
      List<String> written = new ArrayList<>();
      for (List<String> file : java ? JAVA : DRL) {
        String path = filled(file.get(1));
        Path target = directory.resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, filled(resource(file.get(0))));
        written.add(path);
      }
      return written;
    } catch (IOException e) {
      throw new UserError(
          "'" + directory + "' cannot be written: " + e.getClass().getSimpleName() + ".");
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      return !files.iterator().hasNext();
    }
  }

  private String filled(String text) {
    Version version = Version.whole(headgate);
    String range =
        version == null
            ? ">=0"
            : ">=" + version.major() + "." + version.minor() + " <" + (version.major() + 1);
    String camel = camelCase();
    return text.replace("@id@", id)
        .replace("@group@", id.indexOf('-') < 0 ? id : id.substring(0, id.indexOf('-')))
        .replace("@range@", range)
        .replace("@headgate@", headgate)
        .replace("@drl@", id.replace('-', '_') + ".rules")
        // Never a word of Java, and never beginning with a digit.
        .replace("@package@", id.replace("-", "") + "rules")
        .replace("@Class@", camel);
  }

  private String camelCase() {
    StringBuilder out = new StringBuilder();
    for (String word : id.split("-", -1)) {
      out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return out.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PackTemplate.class.getResourceAsStream("template/" + name)) {
      if (in == null) {
        throw new IllegalStateException("There is no template '" + name + "'.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
