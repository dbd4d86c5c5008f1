package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Group;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.ServiceAccount;
import java.util.ArrayList;
import java.util.List;

/** {@code groups/} (3.0 and 3.2 spell their keys differently) and {@code service-accounts/}. */
final class Accounts {

  private Accounts() {}

  static void readGroup(Mapping mapping, Reading reading) {
    MappingReader group = MappingReader.of(mapping, "name", "a group", reading);
    group.ignore("description", "userAccounts", "serviceAccounts", "connectClustersPermissions");
    List<Located<String>> permissions = new ArrayList<>();
    for (Mapping namespace : group.mappings(group.oneOf("dataNamespaces", "namespaces"))) {
      MappingReader data =
          MappingReader.of(namespace, "connection", "a data namespace of a group", reading);
      data.ignore("wildcards", "connection", "system", "instance");
      permissions.addAll(data.texts("permissions", "permissions"));
      data.finish();
    }
    permissions.addAll(
        group.texts(group.oneOf("applicationPermissions", "scopedPermissions"), "permissions"));
    permissions.addAll(group.texts("adminPermissions", "permissions"));
    reading.add(new Group(group.name("name"), permissions));
    group.finish();
  }

  static void readServiceAccount(Mapping mapping, Reading reading) {
    MappingReader account = MappingReader.of(mapping, "name", "a service account", reading);
    Located<String> name = account.name("name");
    Scalar token = account.scalar("token");
    if (token != null) {
      Secrets.guard(
          new ResourceRef(Kind.SERVICE_ACCOUNT, name.toString()),
          "token",
          token,
          MappingReader.located(token, "token"),
          reading.source(),
          reading::add);
    }
    reading.add(
        new ServiceAccount(
            name, account.text("owner", "owner"), account.texts("groups", "groups")));
    account.finish();
  }
}
