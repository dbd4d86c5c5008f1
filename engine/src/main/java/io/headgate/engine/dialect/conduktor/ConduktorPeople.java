package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Group;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Group}, {@code ApplicationGroup} and {@code User} of Console: rights in its own interface,
 * none in Kafka. A user is a person, of whom the model knows nothing.
 */
final class ConduktorPeople {

  private ConduktorPeople() {}

  static void readGroup(ConduktorObject group, Reading reading) {
    group.declare(reading);
    group.labels();
    reading.add(new Group(group.name(), permissions(group.spec(), false, reading)));
    members(group.spec());
    group.finish();
  }

  /** Its name is unique within its application. */
  static void readApplicationGroup(ConduktorObject group, Reading reading) {
    Located<String> application =
        group
            .metadata()
            .required("application", group.metadata().text("application", "application"));
    group.declare(reading, group.written("application"));
    group.labels();
    Located<String> name =
        application.isKnown()
            ? group.name().map(own -> application.get() + "/" + own)
            : Located.unknown("name", group.head());
    reading.add(new Group(name, permissions(group.spec(), true, reading)));
    members(group.spec());
    group.finish();
  }

  static void readUser(ConduktorObject user, Reading reading) {
    user.declare(reading);
    user.labels();
    user.spec().text("firstName", "firstName");
    user.spec().text("lastName", "lastName");
    permissions(user.spec(), false, reading);
    user.finish();
  }

  private static void members(MappingReader spec) {
    spec.text("displayName", "displayName");
    spec.text("description", "description");
    spec.texts("members", "members");
    spec.texts("externalGroups", "externalGroups");
    spec.texts("externalGroupRegex", "externalGroupRegex");
    spec.ignore("membersFromExternalGroups");
  }

  private static List<Located<String>> permissions(
      MappingReader spec, boolean ofApplication, Reading reading) {
    List<Located<String>> all = new ArrayList<>();
    for (Mapping entry : spec.mappings("permissions")) {
      MappingReader permission =
          MappingReader.of(entry, "resourceType", "an entry of 'permissions'", reading);
      permission.required("resourceType", permission.text("resourceType", "resourceType"));
      ConduktorObject.oneOf(permission, "patternType", "patternType", "LITERAL", "PREFIXED");
      permission.text("name", "name");
      permission.text("connectCluster", "connectCluster");
      if (ofApplication) {
        permission.required("appInstance", permission.text("appInstance", "appInstance"));
      } else {
        permission.text("cluster", "cluster");
        permission.text("kafkaConnect", "kafkaConnect");
        permission.text("ksqlDB", "ksqlDB");
      }
      all.addAll(permission.texts("permissions", "permissions"));
      permission.finish();
    }
    return all;
  }
}
