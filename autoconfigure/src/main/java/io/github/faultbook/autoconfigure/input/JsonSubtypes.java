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

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * How the subtypes of a type are distinguished in JSON.
 *
 * @param property the name of the property, or {@code null} if something else
 * distinguishes them
 * @param names the possible values, in alphabetical order; empty if they are not known or
 * not names
 */
record JsonSubtypes(@Nullable String property, List<String> names) {

	private static final Set<JsonTypeInfo.As> PROPERTIES = EnumSet.of(JsonTypeInfo.As.PROPERTY,
			JsonTypeInfo.As.EXISTING_PROPERTY);

	/**
	 * The subtypes at a place without annotations. If a property beside an object names
	 * its subtype, Jackson reports what contains both.
	 */
	static final JsonSubtypes UNKNOWN = new JsonSubtypes(null, List.of());

	/**
	 * Return the subtypes at the place of a problem. The annotations of a property take
	 * precedence over those of its type, as in Jackson.
	 * @param problem the exception for a subtype that is missing or unknown
	 * @param mapper the mapper that threw it
	 * @return the subtypes
	 */
	static JsonSubtypes of(InvalidTypeIdException problem, ObjectMapper mapper) {
		JavaType base = problem.getBaseType();
		if (base == null) {
			return UNKNOWN;
		}
		DeserializationConfig config = mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
		AnnotatedMember member = memberOf(problem, config, introspector);
		JsonTypeInfo.Value ofMember = (member != null) ? typeInfoOf(member, config) : null;
		if (ofMember != null) {
			return of(ofMember, config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, member, base),
					base);
		}
		AnnotatedClass type = introspector.introspectClassAnnotations(base);
		JsonTypeInfo.Value ofType = typeInfoOf(type, config);
		return (ofType != null)
				? of(ofType, config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, type), base)
				: UNKNOWN;
	}

	/**
	 * Find the property that contains the value at the end of a path, itself or in a list
	 * or map.
	 * @param problem the exception with the path
	 * @param config the configuration
	 * @param introspector the introspector
	 * @return the property, or {@code null} if there is none
	 */
	private static @Nullable AnnotatedMember memberOf(JacksonException problem, DeserializationConfig config,
			ClassIntrospector introspector) {
		for (int i = problem.getPath().size() - 1; i >= 0; i--) {
			JacksonException.Reference reference = problem.getPath().get(i);
			Object owner = reference.from();
			if (owner == null) {
				return null;
			}
			JavaType type = config.constructType((owner instanceof Class<?> known) ? known : owner.getClass());
			if (!type.isContainerType()) {
				return introspector.introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
					.findProperties()
					.stream()
					.filter((property) -> property.getName().equals(reference.getPropertyName()))
					.map(BeanPropertyDefinition::getPrimaryMember)
					.findFirst()
					.orElse(null);
			}
		}
		return null;
	}

	private static JsonTypeInfo.@Nullable Value typeInfoOf(Annotated annotated, DeserializationConfig config) {
		return config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, annotated);
	}

	private static JsonSubtypes of(JsonTypeInfo.Value info, Collection<NamedType> types, JavaType base) {
		List<NamedType> concrete = types.stream()
			.filter((subtype) -> base.getRawClass().isAssignableFrom(subtype.getType())
					&& !Modifier.isAbstract(subtype.getType().getModifiers()))
			.toList();
		// A subtype without a name has that of its class
		boolean named = info.getIdType() == JsonTypeInfo.Id.NAME && concrete.stream()
			.allMatch((subtype) -> subtype.hasName() || subtype.getType() == base.getRawClass());
		List<String> names = named
				? concrete.stream().filter(NamedType::hasName).map(NamedType::getName).sorted().toList() : List.of();
		return new JsonSubtypes(PROPERTIES.contains(info.getInclusionType()) ? info.getPropertyName() : null, names);
	}

}
