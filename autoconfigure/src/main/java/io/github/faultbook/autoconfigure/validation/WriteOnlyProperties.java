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

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Knows the properties that JSON lets in but never out:
 * {@code @JsonProperty(access = WRITE_ONLY)}.
 */
final class WriteOnlyProperties {

	private final JsonMapper mapper;

	/**
	 * Entries can be collected at any time, so that no class loader is pinned.
	 */
	private final Map<JavaType, Map<String, Property>> properties = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	WriteOnlyProperties(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Return whether the way to an invalid value leads through such a property.
	 * @param violation the violation
	 * @return whether the value is not for everybody
	 */
	boolean contain(ConstraintViolation<?> violation) {
		JavaType type = this.mapper.constructType(violation.getRootBeanClass());
		String last = null;
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getKind() == ElementKind.PARAMETER) {
				type = typeOf(violation, node.as(Path.ParameterNode.class).getParameterIndex());
			}
			else if (node.getKind() == ElementKind.PROPERTY) {
				last = node.getName();
				Property property = find(type, last);
				if (property != null && property.writeOnly()) {
					return true;
				}
				type = (property != null) ? property.type() : null;
			}
		}
		// The object itself may know more than the types on the way to it
		Property property = (last != null && violation.getLeafBean() != null)
				? find(this.mapper.constructType(violation.getLeafBean().getClass()), last) : null;
		return property != null && property.writeOnly();
	}

	private @Nullable JavaType typeOf(ConstraintViolation<?> violation, int parameter) {
		Object[] arguments = violation.getExecutableParameters();
		return (arguments != null && parameter < arguments.length && arguments[parameter] != null)
				? this.mapper.constructType(arguments[parameter].getClass()) : null;
	}

	private @Nullable Property find(@Nullable JavaType declared, String name) {
		JavaType type = declared;
		while (type != null && (type.isContainerType() || type.isReferenceType())) {
			type = type.getContentType();
		}
		if (type == null) {
			return null;
		}
		Map<String, Property> known = this.properties.get(type);
		// Only what is new waits for a lock
		return ((known != null) ? known : this.properties.computeIfAbsent(type, this::introspect)).get(name);
	}

	private Map<String, Property> introspect(JavaType type) {
		DeserializationConfig config = this.mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
		Map<String, Property> found = new HashMap<>();
		for (BeanPropertyDefinition property : introspector
			.introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
			.findProperties()) {
			AnnotatedMember member = property.getPrimaryMember();
			found.put(property.getInternalName(),
					new Property(property.getPrimaryType(), member != null && config.getAnnotationIntrospector()
						.findPropertyAccess(config, member) == JsonProperty.Access.WRITE_ONLY));
		}
		return found;
	}

	/**
	 * A property.
	 *
	 * @param type its type
	 * @param writeOnly whether it never leaves the server
	 */
	private record Property(JavaType type, boolean writeOnly) {

	}

}
