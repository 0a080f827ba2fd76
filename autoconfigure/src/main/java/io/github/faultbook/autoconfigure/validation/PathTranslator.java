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
 * Follows paths of Java properties, one after the other, to the names that clients use
 * and to the order of the declared fields. It keeps its memory, so that following a path
 * allocates next to nothing; not safe for use by several threads.
 */
final class PathTranslator {

	private final ClientNames names;

	/**
	 * Those of the types that these paths lead through: asking for them each time would
	 * be most of the work.
	 */
	private final Map<JavaType, Map<String, ClientNames.Property>> properties = new HashMap<>();

	private final List<Object> path = new ArrayList<>();

	private final List<Object> order = new ArrayList<>();

	private boolean json;

	private @Nullable JavaType type;

	private NameTransformer transformer = NameTransformer.NOP;

	private boolean writeOnly;

	private @Nullable List<Object> last;

	/**
	 * How the path compares with the last one, as far as it goes.
	 */
	private int comparison;

	PathTranslator(ClientNames names) {
		this.names = names;
	}

	/**
	 * Start a path.
	 * @param source where the value came from
	 */
	void start(Source source) {
		start(source, null);
	}

	/**
	 * Start a path.
	 * @param source where the value came from
	 * @param last the order of the last path that is of interest, or {@code null} if all
	 * are
	 */
	void start(Source source, @Nullable List<Object> last) {
		this.path.clear();
		this.order.clear();
		this.transformer = NameTransformer.NOP;
		this.writeOnly = false;
		this.last = last;
		this.comparison = 0;
		this.json = source.json();
		this.type = source.type();
		addOrder(source.order());
		if (source.name() != null) {
			this.path.add(source.name());
		}
	}

	/**
	 * Go on to an element of a list.
	 * @param index its position
	 */
	void index(Integer index) {
		this.type = contentOf(this.type);
		this.path.add(index);
		addOrder(index);
	}

	/**
	 * Go on to a value or a key of a map.
	 * @param key the key
	 */
	void key(Object key) {
		this.type = contentOf(this.type);
		String text = this.names.textOf(key);
		this.path.add(text);
		addOrder((key instanceof Integer) ? key : text);
	}

	private static @Nullable JavaType contentOf(@Nullable JavaType type) {
		JavaType container = (type != null && type.isReferenceType()) ? type.getReferencedType() : type;
		return (container != null) ? container.getContentType() : null;
	}

	/**
	 * Go on to a property. One that is not known keeps its name and comes behind all that
	 * are.
	 * @param name its name in Java
	 * @param bean the object that has it, or {@code null} if unknown
	 */
	void property(String name, @Nullable Object bean) {
		JavaType owner = this.names.typeOf(beanOf(this.type), bean);
		ClientNames.Property property = (owner != null) ? propertiesOf(owner).get(name) : null;
		if (property == null) {
			this.type = null;
			addOrder(name);
			add(name);
			return;
		}
		this.type = property.type();
		this.writeOnly |= property.writeOnly();
		addOrder(property.position());
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

	private void addOrder(Object place) {
		int position = this.order.size();
		this.order.add(place);
		if (this.last != null && this.comparison == 0) {
			this.comparison = (position < this.last.size()) ? compare(place, this.last.get(position)) : 1;
		}
	}

	private void add(String name) {
		this.path.add((this.transformer != NameTransformer.NOP) ? this.transformer.transform(name) : name);
		this.transformer = NameTransformer.NOP;
	}

	// The elements of a set have no position
	private static @Nullable JavaType beanOf(@Nullable JavaType type) {
		JavaType bean = type;
		while (bean != null && (bean.isReferenceType() || bean.isCollectionLikeType() || bean.isArrayType())) {
			bean = bean.isReferenceType() ? bean.getReferencedType() : bean.getContentType();
		}
		return bean;
	}

	/**
	 * Go on along a path that is a text, in which keys look like properties.
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
	 * Return the path as clients know it.
	 * @return names, positions and keys
	 */
	List<Object> path() {
		return List.copyOf(this.path);
	}

	/**
	 * Return the place of each segment among its siblings.
	 * @return numbers, and texts where there is nothing to count
	 */
	List<Object> order() {
		return List.copyOf(this.order);
	}

	/**
	 * Return whether the path leads through a property that JSON lets in but never out.
	 * @return whether the value is not for everybody
	 */
	boolean isWriteOnly() {
		return this.writeOnly;
	}

	/**
	 * Return whether the path comes behind the last one of interest, however it goes on.
	 * @return whether there is no need to follow it any further
	 */
	boolean isBehindLast() {
		return this.comparison > 0;
	}

	/**
	 * Return whether the path comes before the last one of interest.
	 * @return {@code false} also if both are in the same place
	 */
	boolean isBeforeLast() {
		return this.last != null
				&& (this.comparison < 0 || (this.comparison == 0 && this.order.size() < this.last.size()));
	}

	static int compare(List<Object> first, List<Object> second) {
		for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
			int result = compare(first.get(i), second.get(i));
			if (result != 0) {
				return result;
			}
		}
		return Integer.compare(first.size(), second.size());
	}

	private static int compare(Object first, Object second) {
		if (first instanceof Integer left && second instanceof Integer right) {
			return left.compareTo(right);
		}
		if (first instanceof String left && second instanceof String right) {
			return left.compareTo(right);
		}
		return (first instanceof Integer) ? -1 : 1;
	}

}
