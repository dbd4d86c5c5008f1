package io.headgate.delivery.admission;

/** Reviews as Kubernetes sends them. */
final class Reviews {

  private Reviews() {}

  /** A topic of Strimzi as the API server hands it on. */
  static String topic(String name, int replicas, String more) {
    return "{\"apiVersion\":\"kafka.strimzi.io/v1beta2\",\"kind\":\"KafkaTopic\",\"metadata\":{\"creationTimestamp\":\"2026-01-01T00:00:00Z\",\"generation\":1,\"labels\":{\"strimzi.io/cluster\":\"main\"},\"managedFields\":[{\"apiVersion\":\"kafka.strimzi.io/v1beta2\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{\"f:spec\":{}},\"manager\":\"kubectl\",\"operation\":\"Update\",\"time\":\"2026-01-01T00:00:00Z\"}],\"name\":\""
        + name
        + "\",\"namespace\":\"kafka\",\"uid\":\"c0ffee00-0000-4000-8000-000000000001\"},\"spec\":{\"partitions\":6,\"replicas\":"
        + replicas
        + ",\"config\":{\"min.insync.replicas\":\"2\",\"retention.ms\":\"604800000\"}}"
        + more
        + "}";
  }

  static String create(String object) {
    return review("CREATE", object, "null", "");
  }

  static String update(String object, String old) {
    return review("UPDATE", object, old, "");
  }

  static String delete(String old) {
    return review("DELETE", "null", old, "");
  }

  static String review(String operation, String object, String old, String more) {
    return "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"705ab4f5-6393-11e8-b7cc-42010a800002\",\"kind\":{\"group\":\"kafka.strimzi.io\",\"version\":\"v1beta2\",\"kind\":\"KafkaTopic\"},\"resource\":{\"group\":\"kafka.strimzi.io\",\"version\":\"v1beta2\",\"resource\":\"kafkatopics\"},\"name\":\"orders\",\"namespace\":\"kafka\",\"operation\":\""
        + operation
        + "\",\"userInfo\":{\"username\":\"admin\",\"groups\":[\"system:authenticated\"]},\"object\":"
        + object
        + ",\"oldObject\":"
        + old
        + ",\"dryRun\":false,\"options\":{\"kind\":\"CreateOptions\",\"apiVersion\":\"meta.k8s.io/v1\"}"
        + more
        + "}}";
  }
}
