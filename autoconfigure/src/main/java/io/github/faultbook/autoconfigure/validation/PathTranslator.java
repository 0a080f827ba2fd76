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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.util.NameTransformer;

/**
 * Translates paths of Java properties, one after another, to the names that clients use.
 * The lists are reused, so that following a path allocates almost nothing. Instances are
 * not safe for use by several threads.
 */
final class PathTranslator {

	private final ClientNames names;

	/**
	 * The properties of the types on the paths, cached because looking them up each time
	 * would be expensive.
	 */
	private final Map<JavaType, Map<String, ClientNames.Property>> properties = new HashMap<>();

	private final List<Object> path = new ArrayList<>();

	private final InputOrder order = new InputOrder();

	private boolean json;

	private @Nullable JavaType type;

	private NameTransformer transformer = NameTransformer.NOP;

	private boolean writeOnly;

	PathTranslator(ClientNames names) {
		this.names = names;
	}

	/**
	 * Start a path.
	 * @param origin the origin of the validated value
	 */
	void start(InputOrigin origin) {
		start(origin, null);
	}

	/**
	 * Start a path.
	 * @param origin the origin of the validated value
	 * @param last the order of the last path of interest, or {@code null} if every path
	 * is of interest
	 */
	void start(InputOrigin origin, @Nullable List<Object> last) {
		this.path.clear();
		this.order.start(last);
		this.transformer = NameTransformer.NOP;
		this.writeOnly = false;
		this.json = origin.json();
		this.type = origin.type();
		this.order.add(origin.order());
		if (origin.name() != null) {
			this.path.add(origin.name());
		}
	}

	/**
	 * Continue with an element of a list.
	 * @param index its position
	 */
	void index(Integer index) {
		this.type = contentOf(this.type);
		this.path.add(index);
		this.order.add(index);
	}

	/**
	 * Continue with a value or a key of a map.
	 * @param key the key
	 */
	void key(Object key) {
		this.type = contentOf(this.type);
		String text = this.names.textOf(key);
		this.path.add(text);
		this.order.add((key instanceof Integer) ? key : text);
	}

	private static @Nullable JavaType contentOf(@Nullable JavaType type) {
		JavaType container = (type != null && type.isReferenceType()) ? type.getReferencedType() : type;
		return (container != null) ? container.getContentType() : null;
	}

	/**
	 * Continue with a property. Unknown properties keep their names and come after all
	 * known ones.
	 * @param name its name in Java
	 * @param bean the object that has it, or {@code null} if unknown
	 */
	void property(String name, @Nullable Object bean) {
		JavaType owner = this.names.typeOf(beanOf(this.type), bean);
		ClientNames.Property property = (owner != null) ? propertiesOf(owner).get(name) : null;
		if (property == null) {
			this.type = null;
			this.order.add(name);
			add(name);
			return;
		}
		this.type = property.type();
		this.writeOnly |= property.writeOnly();
		this.order.add(property.position());
		if (!this.json) {
			this.path.add(property.form());
		}
		else if (property.inlined() == null) {
			add(property.json());
		}
		else if (property.inlined() != NameTransformer.NOP) {
			this.transformer = NameTransformer.chainedTransformer(this.transformer, property.inlined());
		}
	}

	private Map<String, ClientNames.Property> propertiesOf(JavaType owner) {
		Map<String, ClientNames.Property> known = this.properties.get(owner);
		if (known == null) {
			known = this.names.propertiesOf(owner);
			this.properties.put(owner, known);
		}
		return known;
	}

	private void add(String name) {
		this.path.add((this.transformer != NameTransformer.NOP) ? this.transformer.transform(name) : name);
		this.transformer = NameTransformer.NOP;
	}

	// Elements of a set have no position, so that paths skip them
	private static @Nullable JavaType beanOf(@Nullable JavaType type) {
		JavaType bean = type;
		while (bean != null && (bean.isReferenceType() || bean.isCollectionLikeType() || bean.isArrayType())) {
			bean = bean.isReferenceType() ? bean.getReferencedType() : bean.getContentType();
		}
		return bean;
	}

	/**
	 * Continue with a segment of a path given as text, in which keys look like
	 * properties.
	 * @param segment a name, a key or a position
	 */
	void segment(Object segment) {
		if (segment instanceof Integer index) {
			index(index);
		}
		else if (this.type != null && this.type.isMapLikeType()) {
			key(segment);
		}
		else {
			property(segment.toString(), null);
		}
	}

	/**
	 * Return the path under the names that clients use.
	 * @return names, positions and keys
	 */
	List<Object> path() {
		return List.copyOf(this.path);
	}

	/**
	 * Return the order of the path up to the current segment.
	 * @return the order, which changes with the path
	 */
	InputOrder order() {
		return this.order;
	}

	/**
	 * Return whether the path leads through a write-only property.
	 * @return whether the value must not be sent to clients
	 */
	boolean isWriteOnly() {
		return this.writeOnly;
	}

}
