package io.headgate.delivery.watch;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is watched, and how.
 *
 * @param repository its address, as git takes it; a path is absolute
 * @param branch the full name of the reference that is followed
 * @param approved the full name of the reference that is moved
 * @param notes the full name of the reference with the permits
 * @param directory the work directory
 * @param push whether the reference and the permits are the remote's; otherwise they are those of
 *     the clone in the work directory
 * @param rewrite whether approved may go to a commit that does not descend from the one it points
 *     at
 * @param trusted the id of a commit that approved may point at without a permit; null for none
 * @param limit how long git may take for one thing
 */
public record WatchSettings(
    String repository,
    String branch,
    String approved,
    String notes,
    Path directory,
    boolean push,
    boolean rewrite,
    @Nullable String trusted,
    Duration limit) {

  /** The address without user, password and query, which may be secrets. */
  public String shown() {
    return Addresses.shown(repository);
  }

  /** What a work directory belongs to, in one line without secrets. */
  String target(String more) {
    return String.join(" ", shown(), branch, approved, push ? "push" : "local", more);
  }
}
