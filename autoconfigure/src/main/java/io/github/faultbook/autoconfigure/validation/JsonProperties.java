/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.validation;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.NameTransformer;

/**
 * Determines the properties of Java classes in JSON. They come from Jackson's own
 * introspection, which honors annotations, naming strategies, mixins, builders and
 * records.
 */
final class JsonProperties {

	private JsonProperties() {
	}

	/**
	 * Return the properties of a type. Write-only properties are described by
	 * serialization.
	 * @param type the type
	 * @param mapper the mapper that reads and writes it
	 * @return the properties as they are read, then as they are written
	 */
	static List<Described> of(JavaType type, JsonMapper mapper) {
		List<Described> found = new ArrayList<>();
		DeserializationConfig reading = mapper.deserializationConfig();
		ClassIntrospector introspector = reading.classIntrospectorInstance().forOperation(reading);
		AnnotatedClass annotations = introspector.introspectClassAnnotations(type);
		BeanDescription read = introspector.introspectForDeserialization(type, annotations);
		Class<?> builder = reading.getAnnotationIntrospector().findPOJOBuilder(reading, annotations);
		if (builder != null && builder != JsonPOJOBuilder.class) {
			add(introspector.introspectForDeserializationWithBuilder(mapper.constructType(builder), read), reading,
					found);
		}
		add(read, reading, found);
		SerializationConfig writing = mapper.serializationConfig();
		introspector = writing.classIntrospectorInstance().forOperation(writing);
		add(introspector.introspectForSerialization(type, introspector.introspectClassAnnotations(type)), writing,
				found);
		return found;
	}

	private static void add(BeanDescription description, MapperConfig<?> config, List<Described> found) {
		AnnotationIntrospector annotations = config.getAnnotationIntrospector();
		AnnotatedMember value = description.findJsonValueAccessor();
		if (value != null) {
			// The property is sent without a name, in place of its object
			found.add(0, new Described(Set.of(propertyOf(value)), "", value.getType(), NameTransformer.NOP, false));
		}
		AnnotatedMember rest = description.findAnySetterAccessor();
		if (rest != null) {
			// The entries of the map are sent as if they were properties
			found.add(new Described(Set.of(propertyOf(rest)), "", rest.getType(), NameTransformer.NOP, false));
		}
		for (BeanPropertyDefinition property : description.findProperties()) {
			Set<String> names = new LinkedHashSet<>();
			names.add(property.getInternalName());
			if (property.hasField()) {
				names.add(property.getField().getName());
			}
			if (property.hasGetter()) {
				names.add(propertyOf(property.getGetter()));
			}
			AnnotatedMember member = property.getPrimaryMember();
			found.add(new Described(names, property.getName(), property.getPrimaryType(),
					(member != null) ? annotations.findUnwrappingNameTransformer(config, member) : null, member != null
							&& annotations.findPropertyAccess(config, member) == JsonProperty.Access.WRITE_ONLY));
		}
	}

	// Jakarta Validation names a getter by its property
	private static String propertyOf(AnnotatedMember member) {
		String name = member.getName();
		if (member.getMember() instanceof Field) {
			return name;
		}
		for (String prefix : List.of("get", "is")) {
			if (name.length() > prefix.length() && name.startsWith(prefix)) {
				return Introspector.decapitalize(name.substring(prefix.length()));
			}
		}
		return name;
	}

	/**
	 * A property as Jackson describes it.
	 *
	 * @param names the names that a validator may use
	 * @param json the name in JSON
	 * @param type its type
	 * @param inlined the conversion of nested names that replace the property, or
	 * {@code null} if it has its own name
	 * @param writeOnly whether JSON never contains it in responses
	 */
	record Described(Set<String> names, String json, JavaType type, @Nullable NameTransformer inlined,
			boolean writeOnly) {

	}

}
