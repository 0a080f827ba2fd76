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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Refuses the types of {@link RefusedTypes} also where an annotation or a mix-in names
 * the serializer or the converter of a class, a property, a key or an element. Jackson
 * asks no {@code ValueSerializerModifier} about such a serializer.
 */
final class RefusedAnnotations extends NopAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
		return refuse(annotated.getRawType());
	}

	@Override
	public @Nullable Object findKeySerializer(MapperConfig<?> config, Annotated annotated) {
		return refuse(annotated, JavaType::getKeyType);
	}

	@Override
	public @Nullable Object findContentSerializer(MapperConfig<?> config, Annotated annotated) {
		return refuse(annotated, JavaType::getContentType);
	}

	private static @Nullable Object refuse(Annotated annotated, Function<JavaType, @Nullable JavaType> part) {
		// A class that is not generic may have no type
		JavaType type = (annotated.getType() != null) ? part.apply(annotated.getType()) : null;
		return (type != null) ? refuse(type.getRawClass()) : null;
	}

	private static @Nullable Object refuse(Class<?> type) {
		return RefusedTypes.contains(type) ? new RefusedTypes.Refusal(type.getName()) : null;
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

}
