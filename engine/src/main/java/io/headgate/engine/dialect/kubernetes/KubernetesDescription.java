package io.headgate.engine.dialect.kubernetes;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of plain Kubernetes says of itself; loaded only when somebody asks. */
final class KubernetesDescription {

  private KubernetesDescription() {}

  static Description get() {
    String[] fields = {
      "metadata.name: name",
      "metadata.namespace: namespace",
      "spec.replicas: replicas",
      "spec.template.spec.containers[].image: images",
      "spec.template.spec.containers[].env: environment, with the secrets in it",
      "spec.template.spec.initContainers[]: as containers"
    };
    return new Description(
        "Kubernetes deployments",
        "YAML and JSON documents with the apiVersion 'apps/v1'.",
        List.of(
            ReadKind.of("Deployment", "deployment, secret", fields),
            ReadKind.of("StatefulSet", "deployment, secret", fields)),
        List.of(),
        List.of(
            "They make no landscape by themselves: they are read where one lies beside them.",
            "Kubernetes checks its own objects, so an unknown key is no finding here."));
  }
}
