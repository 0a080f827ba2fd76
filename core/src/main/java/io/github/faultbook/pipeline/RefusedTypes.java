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

package io.github.faultbook.pipeline;

import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.security.Key;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionLikeType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapLikeType;
import tools.jackson.databind.type.MapType;

/**
 * Refuses to write values that are never meant for clients, at any depth of a fact:
 * exceptions, files, classes, threads, system properties, keys, resources of all kinds,
 * and database entities, which often contain more than a client should see. It is called
 * once for each class. Addresses are refused by their value.
 */
final class RefusedTypes extends ValueSerializerModifier {

	/**
	 * The types that are refused, including subtypes. {@link AutoCloseable} includes
	 * streams, readers, connections and result sets.
	 */
	private static final List<Class<?>> REFUSED = List.of(Throwable.class, StackTraceElement.class, File.class,
			Path.class, FileSystem.class, AnnotatedElement.class, Type.class, ClassLoader.class, Thread.class,
			ThreadGroup.class, Process.class, ProcessHandle.class, Properties.class, Key.class, AutoCloseable.class);

	/**
	 * Packages whose interfaces are refused. Their classes are dates.
	 */
	private static final List<String> DATABASE = List.of("java.sql.", "javax.sql.");

	private static final List<String> PERSISTENCE = List.of("jakarta.persistence.", "javax.persistence.",
			"jakarta.nosql.", "org.springframework.data.");

	private static final Set<String> ENTITIES = Set.of("Entity", "MappedSuperclass", "Document", "Table", "Node",
			"RedisHash", "Container");

	/**
	 * Return whether values of a class are refused.
	 * @param type the class
	 * @return whether the values are never sent
	 */
	static boolean contains(Class<?> type) {
		return REFUSED.stream().anyMatch((refused) -> refused.isAssignableFrom(type)) || isOfDatabase(type);
	}

	private static boolean isOfDatabase(@Nullable Class<?> type) {
		return type != null && ((type.isInterface() && startsWith(type, DATABASE))
				|| Stream.of(type.getDeclaredAnnotations())
					.anyMatch((annotation) -> isEntity(annotation.annotationType()))
				|| isOfDatabase(type.getSuperclass())
				|| Stream.of(type.getInterfaces()).anyMatch(RefusedTypes::isOfDatabase));
	}

	private static boolean isEntity(Class<? extends Annotation> annotation) {
		return ENTITIES.contains(annotation.getSimpleName()) && startsWith(annotation, PERSISTENCE);
	}

	private static boolean startsWith(Class<?> type, List<String> packages) {
		return packages.stream().anyMatch(type.getName()::startsWith);
	}

	private static ValueSerializer<?> checkValue(Class<?> type, ValueSerializer<?> serializer) {
		return (type == URI.class || type == URL.class) ? new AddressSerializer(serializer) : check(type, serializer);
	}

	private static ValueSerializer<?> check(Class<?> type, ValueSerializer<?> serializer) {
		return contains(type) ? new Refusal(type.getName()) : serializer;
	}

	@Override
	public ValueSerializer<?> modifySerializer(SerializationConfig config, BeanDescription.Supplier description,
			ValueSerializer<?> serializer) {
		return checkValue(description.getBeanClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyArraySerializer(SerializationConfig config, ArrayType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return check(type.getContentType().getRawClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyCollectionSerializer(SerializationConfig config, CollectionType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return check(type.getRawClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyCollectionLikeSerializer(SerializationConfig config, CollectionLikeType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return check(type.getRawClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyMapSerializer(SerializationConfig config, MapType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return check(type.getRawClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyMapLikeSerializer(SerializationConfig config, MapLikeType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return check(type.getRawClass(), serializer);
	}

	@Override
	public ValueSerializer<?> modifyKeySerializer(SerializationConfig config, JavaType type,
			BeanDescription.Supplier description, ValueSerializer<?> serializer) {
		return checkValue(type.getRawClass(), serializer);
	}

	/**
	 * Replaces the serializer of a class that is refused.
	 */
	static final class Refusal extends ValueSerializer<Object> {

		private final String type;

		Refusal(String type) {
			this.type = type;
		}

		@Override
		public void serialize(@Nullable Object value, JsonGenerator generator, SerializationContext context) {
			throw new UnwritablePartException("holds a " + this.type + ", which is never sent");
		}

		@Override
		public void serializeWithType(@Nullable Object value, JsonGenerator generator, SerializationContext context,
				TypeSerializer typeSerializer) {
			serialize(value, generator, context);
		}

	}

}
