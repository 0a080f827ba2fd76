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

package io.github.faultbook.autoconfigure.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.ClassIntrospector;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Determines the expected JSON of Java types by means of Jackson.
 */
final class JsonTypes {

	private final ObjectMapper mapper;

	/**
	 * The entries are weakly referenced, so that no class loader is kept alive.
	 */
	private final Map<Class<?>, ExpectedType> types = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	JsonTypes(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Return the expected JSON type for a Java type.
	 * @param type the type, or {@code null} if it is not known
	 * @return the expected type, for an enum with its values as clients write them
	 */
	ExpectedType expectedTypeOf(@Nullable Class<?> type) {
		if (type == null) {
			return ExpectedType.UNKNOWN;
		}
		ExpectedType known = this.types.get(type);
		// A known type needs no lock
		return (known != null) ? known : this.types.computeIfAbsent(type, this::find);
	}

	private ExpectedType find(Class<?> type) {
		if (type.isEnum()) {
			return new ExpectedType(null, choices(type));
		}
		ExpectedType simple = ExpectedType.of(type);
		return (simple != ExpectedType.UNKNOWN) ? simple : describe(type);
	}

	/**
	 * Return the constants of an enum as clients write them, that is, as Jackson writes
	 * them if it also reads them in this form.
	 * @param type the type
	 * @return the values in order
	 */
	private List<String> choices(Class<?> type) {
		List<String> choices = new ArrayList<>();
		for (Object constant : type.getEnumConstants()) {
			try {
				String json = this.mapper.writeValueAsString(constant);
				if (this.mapper.readValue(json, type) == constant) {
					choices.add(this.mapper.readTree(json).asString());
				}
			}
			catch (RuntimeException ex) {
				return List.of();
			}
		}
		return choices;
	}

	/**
	 * Describe a class of the application.
	 * @param type the class
	 * @return an object, unless its JSON is a single value
	 */
	private ExpectedType describe(Class<?> type) {
		try {
			DeserializationConfig config = this.mapper.deserializationConfig();
			ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
			JavaType javaType = this.mapper.constructType(type);
			BeanDescription bean = introspector.introspectForDeserialization(javaType,
					introspector.introspectClassAnnotations(javaType));
			AnnotatedMember value = bean.findJsonValueAccessor();
			if (value != null) {
				return ExpectedType.of(value.getRawType());
			}
			return bean.findProperties().isEmpty() ? ExpectedType.UNKNOWN : ExpectedType.OBJECT;
		}
		catch (JacksonException ex) {
			return ExpectedType.UNKNOWN;
		}
	}

}
