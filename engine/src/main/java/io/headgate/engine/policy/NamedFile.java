package io.headgate.engine.policy;

import io.headgate.engine.document.YamlScalar;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;

/**
 * One of headgate's own files as a policy names it. What such a file says of paths is relative to
 * the policy, so that it holds wherever headgate is started.
 *
 * @param what what it is to hold, for messages, such as {@code baseline}
 * @param name its path, relative to the policy
 * @param place where the policy names it
 * @param directory the directory of the policy, with a slash at its end; empty for the root
 */
public record NamedFile(String what, String name, Place place, String directory) {

  /** A path of a report, relative to the policy if it lies there. */
  String relative(String path) {
    if (directory.isEmpty() || !(path + "/").startsWith(directory)) {
      return path;
    }
    return path.length() < directory.length() ? "." : path.substring(directory.length());
  }

  /** The name of a bundle as the file writes it. */
  String bundle(String name) {
    return YamlScalar.storable(relative(name));
  }

  /** The name of a resource, without its kind, as the file writes it. */
  String resource(ResourceRef resource) {
    return YamlScalar.storable(
        resource.kind() == Kind.DOCUMENT ? relative(resource.name()) : held(resource.name()));
  }

  /** A name that may end with the path of a document, as a secret's does. */
  private String held(String name) {
    String holder = " of " + Kind.DOCUMENT.word() + " ";
    int at = directory.isEmpty() ? -1 : name.indexOf(holder + directory);
    return at < 0
        ? name
        : name.substring(0, at) + holder + relative(name.substring(at + holder.length()));
  }
}
