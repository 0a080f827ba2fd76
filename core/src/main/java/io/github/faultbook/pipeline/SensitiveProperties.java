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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.NameTransformer;

/**
 * Leaves out the properties of classes whose name is sensitive, in Java or in JSON, as a
 * property may have another name in JSON or, in an array, none. The values are not read.
 * It is called once for each class.
 */
final class SensitiveProperties extends ValueSerializerModifier {

	private final SensitiveNames sensitive;

	SensitiveProperties(SensitiveNames sensitive) {
		this.sensitive = sensitive;
	}

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier description,
			List<BeanPropertyWriter> properties) {
		Map<String, String> javaNames = description.get()
			.findProperties()
			.stream()
			.collect(Collectors.toMap(BeanPropertyDefinition::getName, BeanPropertyDefinition::getInternalName,
					(first, second) -> first));
		properties
			.replaceAll((property) -> isSensitive(property.getName(), javaNames) ? new Omitted(property) : property);
		return properties;
	}

	private boolean isSensitive(String name, Map<String, String> javaNames) {
		return this.sensitive.contains(name) || this.sensitive.contains(javaNames.getOrDefault(name, name));
	}

	@Override
	public ValueSerializer<?> modifySerializer(SerializationConfig config, BeanDescription.Supplier description,
			ValueSerializer<?> serializer) {
		AnnotatedMember value = description.get().findJsonValueAccessor();
		return (value != null && this.sensitive.contains(value.getName()))
				? new RefusedTypes.Refusal(description.getBeanClass().getName()) : serializer;
	}

	/**
	 * Writes nothing in place of a property.
	 */
	private static final class Omitted extends BeanPropertyWriter {

		private static final long serialVersionUID = 1L;

		Omitted(BeanPropertyWriter property) {
			super(property);
		}

		@Override
		public BeanPropertyWriter rename(NameTransformer transformer) {
			return this;
		}

		@Override
		public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context) {
			if (generator instanceof FactGenerator facts) {
				facts.omit(getName());
			}
		}

		@Override
		public void serializeAsElement(Object bean, JsonGenerator generator, SerializationContext context) {
			serializeAsProperty(bean, generator, context);
			generator.writeNull();
		}

	}

}
