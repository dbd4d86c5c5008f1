package io.headgate.delivery.admission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes asks ({@code admission.k8s.io/v1}, {@code AdmissionReview.request}).
 *
 * @param uid what the answer has to repeat
 * @param operation {@code CREATE}, {@code UPDATE}, {@code DELETE} or {@code CONNECT}
 * @param kind the object's kind, for messages and metrics
 * @param namespace where it lives; empty for objects of the cluster
 * @param name its name; empty where Kubernetes has yet to make one
 * @param subResource such as {@code status}; empty for the object itself
 * @param dryRun whether nothing will be stored
 * @param object the object as JSON; null on a deletion
 * @param oldObject what it was as JSON; null on a creation
 */
record AdmissionReview(
    String uid,
    String operation,
    String kind,
    String namespace,
    String name,
    String subResource,
    boolean dryRun,
    @Nullable String object,
    @Nullable String oldObject) {

  private static final String VERSION = "admission.k8s.io/v1";

  /** Nobody makes a longer uid than that of 36 characters, and what is repeated is bounded. */
  private static final int LONGEST_UID = 128;

  /** What a user means by an object's metadata; the rest is kept by Kubernetes itself. */
  private static final List<String> MEANT = List.of("name", "namespace", "labels", "annotations");

  /**
   * Reads a review.
   *
   * @throws BadReview if it is none of version 1, or has no request with a uid
   */
  static AdmissionReview parse(String text) {
    Map<String, String> review = JsonSlices.members(text);
    String version = JsonSlices.string(review.get("apiVersion"));
    if (!"AdmissionReview".equals(JsonSlices.string(review.get("kind")))) {
      throw new BadReview("What was sent is no AdmissionReview.");
    }
    if (!VERSION.equals(version)) {
      throw new BadReview(
          "headgate answers AdmissionReviews of "
              + VERSION
              + " alone; set admissionReviewVersions: [v1] in the webhook's configuration.");
    }
    String request = review.get("request");
    if (request == null || !request.startsWith("{")) {
      throw new BadReview("The AdmissionReview has no request.");
    }
    Map<String, String> members = JsonSlices.members(request);
    String uid = JsonSlices.string(members.get("uid"));
    if (uid == null || uid.isEmpty() || uid.length() > LONGEST_UID) {
      throw new BadReview("The request of the AdmissionReview has no uid to answer with.");
    }
    String kind = members.get("kind");
    return new AdmissionReview(
        uid,
        text(members, "operation"),
        kind == null || !kind.startsWith("{") ? "" : text(JsonSlices.members(kind), "kind"),
        text(members, "namespace"),
        text(members, "name"),
        text(members, "subResource"),
        "true".equals(members.get("dryRun")),
        object(members, "object"),
        object(members, "oldObject"));
  }

  private static String text(Map<String, String> members, String name) {
    return Objects.requireNonNullElse(JsonSlices.string(members.get(name)), "");
  }

  private static @Nullable String object(Map<String, String> members, String name) {
    String slice = members.get(name);
    return slice == null || !slice.startsWith("{") ? null : slice;
  }

  /**
   * Whether an update leaves alone what a user says: a status, finalizers, owners, and what
   * Kubernetes keeps for itself. An object that is being deleted loses its finalizers that way, and
   * who is in the way of that is in the way of the cluster.
   */
  boolean changesNothing() {
    if (!subResource.isEmpty()) {
      return true;
    }
    String now = object;
    String then = oldObject;
    if (now == null || then == null) {
      return false;
    }
    Map<String, String> nowMembers = JsonSlices.members(now);
    Map<String, String> nowMetadata = metadata(nowMembers);
    if (JsonSlices.string(nowMetadata.get("deletionTimestamp")) != null) {
      return true;
    }
    Map<String, String> thenMembers = JsonSlices.members(then);
    Map<String, String> thenMetadata = metadata(thenMembers);
    for (String name : MEANT) {
      if (!Objects.equals(nowMetadata.get(name), thenMetadata.get(name))) {
        return false;
      }
    }
    return without(nowMembers).equals(without(thenMembers));
  }

  /** Whether the object goes. */
  boolean isDeletion() {
    return object == null;
  }

  /**
   * What the answer depends on, as a text: two reviews with the same are about the same change,
   * such as a dry run and what follows it.
   */
  String meaning() {
    StringBuilder meaning = new StringBuilder();
    for (String text : new @Nullable String[] {object, oldObject}) {
      meaning.append('\n');
      if (text != null) {
        Map<String, String> members = JsonSlices.members(text);
        Map<String, String> metadata = metadata(members);
        for (String name : MEANT) {
          meaning.append(metadata.get(name)).append('\n');
        }
        meaning.append(without(members));
      }
    }
    return meaning.toString();
  }

  private static Map<String, String> metadata(Map<String, String> members) {
    String metadata = members.get("metadata");
    return metadata == null || !metadata.startsWith("{") ? Map.of() : JsonSlices.members(metadata);
  }

  private static Map<String, String> without(Map<String, String> members) {
    members.remove("metadata");
    members.remove("status");
    return members;
  }
}
