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
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.NameTransformer;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Determines the names under which clients send the properties of Java classes.
 */
final class ClientNames {

	private final JsonMapper mapper;

	/**
	 * The entries are weakly referenced, so that no class loader is kept alive.
	 */
	private final Map<JavaType, Map<String, Property>> properties = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	ClientNames(JsonMapper mapper) {
		this.mapper = mapper;
	}

	JavaType typeOf(Type type) {
		return this.mapper.constructType(type);
	}

	/**
	 * Return the type of a bean, which may have more properties than the declared one.
	 * @param declared the declared type, or {@code null} if unknown
	 * @param bean the bean, or {@code null} if unknown
	 * @return the type with its known type variables, or {@code null} if neither is known
	 */
	@Nullable JavaType typeOf(@Nullable JavaType declared, @Nullable Object bean) {
		if (bean == null || (declared != null && declared.getRawClass() == bean.getClass())) {
			return declared;
		}
		if (declared != null && declared.isTypeOrSuperTypeOf(bean.getClass())) {
			try {
				return this.mapper.getTypeFactory().constructSpecializedType(declared, bean.getClass());
			}
			catch (IllegalArgumentException ex) {
				// Its type variables cannot be derived from the declared type
			}
		}
		return this.mapper.constructType(bean.getClass());
	}

	/**
	 * Return the JSON name for a key of a map.
	 * @param key the key
	 * @return the name
	 */
	String textOf(Object key) {
		if (key instanceof Enum<?> constant) {
			try {
				return Objects.requireNonNullElse(this.mapper.convertValue(constant, String.class), constant.name());
			}
			catch (JacksonException ex) {
				return constant.name();
			}
		}
		return key.toString();
	}

	/**
	 * Return the properties of a type.
	 * @param type the type
	 * @return the properties by every name that a validator may use for them
	 */
	Map<String, Property> propertiesOf(JavaType type) {
		Map<String, Property> known = this.properties.get(type);
		// A known type needs no lock
		return (known != null) ? known : this.properties.computeIfAbsent(type, this::introspect);
	}

	private Map<String, Property> introspect(JavaType type) {
		Map<String, String> forms = FormNames.of(type.getRawClass());
		Map<String, Property> properties = new LinkedHashMap<>();
		List<String> order = declaredFields(type.getRawClass());
		List<JsonProperties.Described> found = JsonProperties.of(type, this.mapper);
		found.stream()
			.flatMap((property) -> property.names().stream())
			.filter((name) -> !order.contains(name))
			.sorted()
			.forEach(order::add);
		Set<String> writeOnly = found.stream()
			.filter(JsonProperties.Described::writeOnly)
			.flatMap((property) -> property.names().stream())
			.collect(Collectors.toSet());
		for (JsonProperties.Described property : found) {
			int position = property.names().stream().mapToInt(order::indexOf).min().orElse(order.size());
			for (String name : property.names()) {
				properties.putIfAbsent(name, new Property(position, property.json(), forms.getOrDefault(name, name),
						property.type(), property.inlined(), writeOnly.contains(name)));
			}
		}
		forms.forEach((name, form) -> {
			if (properties.containsKey(name)) {
				properties.putIfAbsent(form, properties.get(name));
			}
		});
		return properties;
	}

	private static List<String> declaredFields(Class<?> type) {
		List<String> names = new ArrayList<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			names.addAll(0,
					Stream.of(current.getDeclaredFields())
						.filter((field) -> !Modifier.isStatic(field.getModifiers()))
						.map(Field::getName)
						.toList());
		}
		return names;
	}

	/**
	 * A property of a class.
	 *
	 * @param position its position among the declared fields, starting with fields of
	 * superclasses
	 * @param json the name in JSON
	 * @param form the name in forms
	 * @param type its type
	 * @param inlined the conversion of nested names that replace the property in JSON, or
	 * {@code null} if it has its own name
	 * @param writeOnly whether JSON never contains it in responses:
	 * {@code @JsonProperty(access = WRITE_ONLY)}
	 */
	record Property(Integer position, String json, String form, JavaType type, @Nullable NameTransformer inlined,
			boolean writeOnly) {

	}

}
