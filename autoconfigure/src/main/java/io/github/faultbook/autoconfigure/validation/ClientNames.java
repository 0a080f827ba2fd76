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
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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

import org.springframework.beans.BeanUtils;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Determines the names under which clients send the properties of Java classes. Names in
 * JSON come from Jackson's own introspection, which honors annotations, naming
 * strategies, mixins, builders and records; names in forms come from the constructors
 * that data binding calls.
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
		Map<String, String> forms = formNames(type.getRawClass());
		Map<String, Property> properties = new LinkedHashMap<>();
		List<String> order = declaredFields(type.getRawClass());
		List<Described> found = describe(type);
		found.stream()
			.flatMap((property) -> property.names().stream())
			.filter((name) -> !order.contains(name))
			.sorted()
			.forEach(order::add);
		Set<String> writeOnly = found.stream()
			.filter(Described::writeOnly)
			.flatMap((property) -> property.names().stream())
			.collect(Collectors.toSet());
		for (Described property : found) {
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

	// Write-only properties are described by serialization
	private List<Described> describe(JavaType type) {
		List<Described> found = new ArrayList<>();
		DeserializationConfig reading = this.mapper.deserializationConfig();
		ClassIntrospector introspector = reading.classIntrospectorInstance().forOperation(reading);
		AnnotatedClass annotations = introspector.introspectClassAnnotations(type);
		BeanDescription read = introspector.introspectForDeserialization(type, annotations);
		Class<?> builder = reading.getAnnotationIntrospector().findPOJOBuilder(reading, annotations);
		if (builder != null && builder != JsonPOJOBuilder.class) {
			add(introspector.introspectForDeserializationWithBuilder(this.mapper.constructType(builder), read), reading,
					found);
		}
		add(read, reading, found);
		SerializationConfig writing = this.mapper.serializationConfig();
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

	// The map has only the names that differ from the Java names
	private static Map<String, String> formNames(Class<?> type) {
		Map<String, String> names = new HashMap<>();
		Constructor<?> constructor = constructorOf(type);
		if (constructor == null) {
			return names;
		}
		RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : null;
		Parameter[] parameters = constructor.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			BindParam annotation = parameters[i].getAnnotation(BindParam.class);
			if (annotation != null) {
				boolean component = components != null && components.length == parameters.length;
				names.put(component ? components[i].getName() : parameters[i].getName(), annotation.value());
			}
		}
		return names;
	}

	private static @Nullable Constructor<?> constructorOf(Class<?> type) {
		try {
			return BeanUtils.getResolvableConstructor(type);
		}
		catch (IllegalStateException ex) {
			// There is no constructor, or the choice is ambiguous
			return null;
		}
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
	private record Described(Set<String> names, String json, JavaType type, @Nullable NameTransformer inlined,
			boolean writeOnly) {

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
