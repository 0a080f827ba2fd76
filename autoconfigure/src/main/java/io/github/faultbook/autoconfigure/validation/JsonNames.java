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

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Translates paths of Java properties to the names that JSON clients send, with Jackson's
 * own introspection: annotations, naming strategies, mixins and records are honored.
 */
final class JsonNames {

	private final JsonMapper mapper;

	/**
	 * Entries can be collected at any time, so that no class loader is pinned.
	 */
	private final Map<JavaType, Map<String, Property>> properties = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	JsonNames(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Translate a path.
	 * @param root the type the path starts from, or {@code null} if unknown
	 * @param path names of Java properties, positions and keys
	 * @return the path as clients know it; names that Jackson does not know stay
	 */
	Translated translate(@Nullable Type root, List<Object> path) {
		JavaType type = (root != null) ? this.mapper.constructType(root) : null;
		List<Object> names = new ArrayList<>(path.size());
		List<Integer> order = new ArrayList<>(path.size());
		for (Object segment : path) {
			if (type != null && type.isContainerType() && (type.isMapLikeType() || segment instanceof Integer)) {
				type = type.getContentType();
				names.add(segment);
				order.add(positionOf(segment, 0));
				continue;
			}
			// The elements of a set have no position
			while (type != null && type.isContainerType() && !type.isMapLikeType()) {
				type = type.getContentType();
			}
			Property property = (type != null) ? propertiesOf(type).get(segment.toString()) : null;
			names.add((property != null) ? property.name() : segment);
			order.add((property != null) ? property.position() : positionOf(segment, Integer.MAX_VALUE));
			type = (property != null) ? property.type() : null;
		}
		return new Translated(names, order);
	}

	private static int positionOf(Object segment, int otherwise) {
		return (segment instanceof Integer position) ? position : otherwise;
	}

	private Map<String, Property> propertiesOf(JavaType type) {
		JavaType bean = type.isReferenceType() ? type.getReferencedType() : type;
		Map<String, Property> known = this.properties.get(bean);
		// Only what is new waits for a lock
		return (known != null) ? known : this.properties.computeIfAbsent(bean, this::introspect);
	}

	private Map<String, Property> introspect(JavaType type) {
		DeserializationConfig config = this.mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
		BeanDescription bean = introspector.introspectForDeserialization(type,
				introspector.introspectClassAnnotations(type));
		Map<String, Property> properties = new LinkedHashMap<>();
		List<String> declared = declaredFields(type.getRawClass());
		for (BeanPropertyDefinition property : bean.findProperties()) {
			int position = declared.indexOf(property.getInternalName());
			properties.put(property.getInternalName(), new Property(property.getName(), property.getPrimaryType(),
					(position >= 0) ? position : declared.size()));
		}
		return properties;
	}

	private static List<String> declaredFields(Class<?> type) {
		List<String> names = new ArrayList<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			names.addAll(0, Stream.of(current.getDeclaredFields()).map(Field::getName).toList());
		}
		return names;
	}

	/**
	 * A property of a class.
	 *
	 * @param name the name clients send
	 * @param type its type
	 * @param position its place among the declared fields
	 */
	private record Property(String name, JavaType type, int position) {

	}

	/**
	 * A path as clients know it.
	 *
	 * @param path names, positions and keys
	 * @param order for each segment its place among its siblings
	 */
	record Translated(List<Object> path, List<Integer> order) {

	}

}
