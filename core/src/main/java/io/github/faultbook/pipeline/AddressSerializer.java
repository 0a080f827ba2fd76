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

import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Writes a {@link URI} or {@link URL} as the application does, unless it names a place on
 * the server or contains credentials.
 */
final class AddressSerializer extends ValueSerializer<Object> {

	/**
	 * The schemes of files, archives and databases.
	 */
	private static final Set<String> PLACES = Set.of("file", "jar", "nested", "zip", "war", "wsjar", "vfs", "vfsfile",
			"vfszip", "jrt", "classpath", "resource", "bundle", "bundleentry", "bundleresource", "jdbc");

	private final ValueSerializer<Object> delegate;

	@SuppressWarnings("unchecked")
	AddressSerializer(ValueSerializer<?> delegate) {
		this.delegate = (ValueSerializer<Object>) delegate;
	}

	@Override
	public void resolve(SerializationContext context) {
		this.delegate.resolve(context);
	}

	@Override
	public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
		ValueSerializer<?> contextual = this.delegate.createContextual(context, property);
		return (contextual != this.delegate) ? new AddressSerializer(contextual) : this;
	}

	@Override
	public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
		check(value);
		this.delegate.serialize(value, generator, context);
	}

	@Override
	public void serializeWithType(Object value, JsonGenerator generator, SerializationContext context,
			TypeSerializer typeSerializer) {
		check(value);
		this.delegate.serializeWithType(value, generator, context, typeSerializer);
	}

	private static void check(Object value) {
		String address = value.toString();
		int schemeEnd = Math.max(address.indexOf(':'), 0);
		if (PLACES.contains(address.substring(0, schemeEnd).toLowerCase(Locale.ROOT)) || hasUser(address)) {
			throw new UnwritablePartException("holds a " + value.getClass().getName()
					+ " that names a place on the server or contains credentials, which is never sent");
		}
	}

	private static boolean hasUser(String address) {
		int start = address.indexOf("//");
		int user = (start >= 0) ? address.indexOf('@', start) : -1;
		return user >= 0
				&& address.substring(start + 2, user).chars().noneMatch((c) -> c == '/' || c == '?' || c == '#');
	}

}
